import { useQuery } from '@tanstack/react-query';
import { areaUnitsQuery, planRulebookQuery } from '../../api/planning.js';
import { unitDraft, type PlanDraft } from './plan-draft.js';
import type { Step } from './steps.js';

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2100;

/** The steps of a plan that are not filled in yet. */
export function useMissingSteps(draft: PlanDraft): ReadonlySet<Step> {
  const { areaId, year, rulebookHash, drawSeed } = draft;
  const { data: units } = useQuery(areaUnitsQuery(areaId));
  const { data: rulebook } = useQuery(planRulebookQuery(rulebookHash));
  const chosen = units?.items.filter(({ id }) => unitDraft(draft, id).leftOut !== true) ?? [];
  const headcountLacks =
    rulebook?.quota.base === 'headcount' &&
    chosen.some(({ id }) => !/^\d+$/.test(unitDraft(draft, id).headcount.trim()));
  const missing: readonly (readonly [Step, boolean])[] = [
    ['basics', areaId === '' || !isYear(year)],
    ['rulebook', rulebookHash === ''],
    ['units', areaId !== '' && (chosen.length === 0 || headcountLacks)],
    ['create', drawSeed.trim() === ''],
  ];
  return new Set(missing.flatMap(([step, is]) => (is ? [step] : [])));
}
