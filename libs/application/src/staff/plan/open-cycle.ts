import {
  Refusal,
  addWorkingDays,
  civilDateOf,
  deliberationSteps,
  type Calendar,
  type Rulebook,
} from '@kaoji/domain';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Cycle } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { pinnedCalendar } from './calendar-shelf.js';
import { wrongState, type CycleStep } from './consult.js';
import { readRulebook } from './rulebook-shelf.js';

export type OpenCycleDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
};

/**
 * Opens the cycle: the row, and the message that starts its workflow, in one transaction; the relay delivers
 * it. Opening an open cycle changes nothing. Refuses `PLAN_NOT_PUBLISHED`, `ROSTER_EMPTY`, `RULEBOOK_EDITED`,
 * `CALENDAR_YEAR_UNKNOWN` (the whole process must lie within the pinned calendar: a window is never guessed),
 * `CYCLE_STATE` (closed), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function openCycle(deps: OpenCycleDeps, actor: Actor, cycleId: string): Promise<CycleStep> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (cycle.state === 'open') return { id: cycleId, state: cycle.state, version: cycle.version };
    if (cycle.state === 'closed') throw wrongState(cycle.state, 'published');
    if (cycle.state !== 'published') {
      throw new Refusal('PLAN_NOT_PUBLISHED', 'The plan has to be published before the cycle is opened.');
    }
    const rulebook = await readRulebook(stores, cycle.rulebookHash);
    await refuseEmptyRoster(stores, cycleId);
    const now = deps.clock.now();
    reachCalendarEnd(cycle, rulebook, await pinnedCalendar(stores, cycle.calendarHash), now);
    await stores.cycles.advance(cycleId, cycle.version, { state: 'open', openedAt: now });
    await stores.effects.pushOutbox({
      id: deps.ids.next(),
      kind: 'start_cycle',
      payload: JSON.stringify({ cycleId, cycleKey: cycle.key }),
      createdAt: now,
      deliveredAt: null,
    });
    return { id: cycleId, state: 'open', version: cycle.version + 1 };
  });
}

async function refuseEmptyRoster(stores: Stores, cycleId: string): Promise<void> {
  if ((await stores.appraisals.ofCycle(cycleId, { after: null, limit: 1 })).length === 0) {
    throw new Refusal('ROSTER_EMPTY', 'Import the roster before opening: there is nobody to appraise.');
  }
}

/** Counts the longest way through the process; the calendar refuses years it does not know. */
function reachCalendarEnd(cycle: Cycle, rulebook: Rulebook, calendar: Calendar, now: number): void {
  if (cycle.clock.kind === 'rehearsal') return;
  addWorkingDays(calendar, civilDateOf(now, calendar.timeZone), longestProcess(rulebook));
}

/**
 * Working days from opening to the end of the contest window, every step taking its full time once; each level of
 * the deliberation counts, for they act one after the other.
 */
export function longestProcess(rulebook: Pick<Rulebook, 'process' | 'survey'>): number {
  const { process, survey } = rulebook;
  const extended = survey === undefined ? 0 : survey.extensions * survey.extendWorkingDays;
  const collecting = Math.max(process.collection.workingDays, process.survey.workingDays + extended);
  const contest = Math.max(process.contest.workingDays, process.contest.othersWorkingDays);
  const levels = deliberationSteps(rulebook).map(({ escalateAfterWorkingDays }) => escalateAfterWorkingDays);
  const deliberating = levels.reduce((sum, days) => sum + days, 0);
  return (
    collecting + deliberating + process.notice.workingDays + Math.max(process.signature.workingDays, contest)
  );
}
