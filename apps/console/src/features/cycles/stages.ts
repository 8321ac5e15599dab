import type { CycleUnit } from '../../api/cycles.js';

export type Stage = CycleUnit['state'];

/** The stages of a unit, in the order of the year. */
const ORDER = {
  planned: 0,
  collecting: 1,
  composed: 2,
  deliberating: 3,
  notice: 4,
  notified: 5,
  finished: 6,
} as const satisfies Record<Stage, number>;
export const STAGES = Object.keys(ORDER) as readonly Stage[];

/** Until when the stage a unit is in lasts; null where none is set. */
export function dueOf({ state, round, collectionClosesAt, noticeEndsAt }: CycleUnit): number | null {
  if (state === 'collecting' && round === 0) return collectionClosesAt;
  return state === 'notice' ? noticeEndsAt : null;
}

/** Whether a unit is still in a stage whose time is over. */
export function isLate(unit: CycleUnit, now: number): boolean {
  const dueAt = dueOf(unit);
  return dueAt !== null && dueAt < now;
}

/** How many people stand in each stage. */
export function peopleByStage(units: readonly CycleUnit[]): ReadonlyMap<Stage, number> {
  const counts = new Map<Stage, number>();
  for (const { state, appraisals } of units) counts.set(state, (counts.get(state) ?? 0) + appraisals);
  return counts;
}
