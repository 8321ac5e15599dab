import { deadlineAfter, type Calendar, type Rulebook } from '@kaoji/domain';
import type { CycleUnit, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { findCycle, findCycleUnit, type FoundCycle } from '../staff/find.js';
import type { EngineDeps } from './engine-deps.js';

/** A cycle with the rules it was opened under: both pinned by hash, so no later release changes it. */
export type CycleContext = {
  readonly cycle: FoundCycle;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
};

/** Refuses NOT_FOUND, RULEBOOK_UNKNOWN, RULEBOOK_EDITED, CALENDAR_UNKNOWN. */
export async function cycleContext(
  { rulebooks }: Pick<EngineDeps, 'rulebooks'>,
  stores: Stores,
  cycleId: string,
): Promise<CycleContext> {
  const cycle = await findCycle(stores, cycleId);
  return {
    cycle,
    rulebook: await rulebooks.take(stores, cycle.rulebookHash),
    calendar: await rulebooks.calendar(stores, cycle.calendarHash),
  };
}

/** The last instant in time, so many working days after `startAt` by the cycle's own clock. */
export function deadlineIn(
  { cycle, calendar }: CycleContext,
  startAt: Instant,
  workingDays: number,
): Instant {
  return deadlineAfter({ startAt, workingDays, clock: cycle.clock, calendar });
}

/** Moves a unit on from wherever it stands now. Refuses NOT_FOUND, VERSION_CONFLICT. */
export async function moveUnit(
  stores: Stores,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
  change: Partial<Omit<CycleUnit, 'cycleId' | 'unitId' | 'version'>>,
): Promise<void> {
  const { version } = await findCycleUnit(stores, cycleId, unitId);
  await stores.cycles.advanceUnit(cycleId, unitId, version, change);
}
