import { Refusal, caseErrors, type Rulebook } from '@kaoji/domain';
import type { Unit } from '../../ports/records.js';

export type UnitPlan = {
  readonly unitId: string;
  readonly facts: Readonly<Record<string, boolean | string | number>>;
  readonly headcount?: number | undefined;
  readonly pool?: string | undefined;
};

/**
 * The plans of the units, checked against the area and the rulebook. Refuses `UNIT_UNKNOWN` (not of this
 * area) and `UNIT_FACTS_INVALID` (`details.errors`: a unit twice, undeclared or missing facts, no headcount).
 */
export function checkUnitPlans(
  rulebook: Rulebook,
  year: number,
  known: readonly Unit[],
  plans: readonly UnitPlan[],
): readonly UnitPlan[] {
  const unknown = plans.filter((plan) => !known.some((unit) => unit.id === plan.unitId));
  if (unknown.length > 0) {
    throw new Refusal('UNIT_UNKNOWN', 'A unit of the plan does not belong to this area.', {
      errors: unknown.map(({ unitId }) => ({ path: 'units', message: `no unit "${unitId}" in this area` })),
    });
  }
  const errors = caseErrors(rulebook, {
    format: 'kaoji-case/1',
    year,
    seed: 'unused',
    units: plans.map(({ unitId, facts, headcount, pool }) => ({
      id: unitId,
      facts: { ...facts },
      ...(headcount === undefined ? {} : { headcount }),
      ...(pool === undefined ? {} : { pool }),
    })),
    appraisees: [],
  });
  if (errors.length === 0) return plans;
  throw new Refusal('UNIT_FACTS_INVALID', `The plan of the units has faults: ${errors[0]?.message}.`, {
    errors,
  });
}
