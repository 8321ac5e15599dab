import { newKey } from '../../api/idempotency.js';
import type { AreaUnit, NewCycle } from '../../api/planning.js';

type FactValue = boolean | string | number;
/** What somebody says of a unit before anybody is appraised. */
export type UnitDraft = {
  readonly leftOut?: true;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly headcount: string;
  readonly pool: string;
};

/** A plan while it is being made: kept on this machine until the cycle is created. */
export type PlanDraft = {
  readonly kind: 'live' | 'rehearsal';
  /** How long one working day of a rehearsal lasts. */
  readonly daySeconds: number;
  readonly areaId: string;
  readonly year: number;
  readonly rulebookHash: string;
  readonly openOn: string | null;
  readonly drawSeed: string;
  readonly units: Readonly<Record<string, UnitDraft>>;
};
export const DAY_SECONDS = [10, 60, 600, 3600] as const;

const NO_FACTS: UnitDraft = { facts: {}, headcount: '', pool: '' };

export const unitDraft = ({ units }: PlanDraft, unitId: string): UnitDraft => units[unitId] ?? NO_FACTS;

/** Nothing filled in yet, and a seed nobody chose. */
export function emptyDraft(): PlanDraft {
  return {
    kind: 'live',
    daySeconds: 60,
    areaId: '',
    year: new Date().getFullYear(),
    rulebookHash: '',
    openOn: null,
    drawSeed: newKey().slice(0, 16),
    units: {},
  };
}

/** The request that creates it. */
export function cycleOf(draft: PlanDraft, units: readonly AreaUnit[], kind: PlanDraft['kind']): NewCycle {
  const { areaId, year, rulebookHash, drawSeed, daySeconds } = draft;
  return {
    ...{ areaId, year, rulebookHash, drawSeed: drawSeed.trim() },
    clock: kind === 'live' ? { kind: 'calendar' } : { kind: 'rehearsal', workingDayMs: daySeconds * 1000 },
    units: units
      .filter(({ id }) => unitDraft(draft, id).leftOut !== true)
      .map(({ id: unitId }) => {
        const { facts, headcount, pool } = unitDraft(draft, unitId);
        return {
          unitId,
          facts: { ...facts },
          ...(headcount.trim() === '' ? {} : { headcount: Number(headcount) }),
          ...(pool.trim() === '' ? {} : { pool: pool.trim() }),
        };
      }),
  };
}
