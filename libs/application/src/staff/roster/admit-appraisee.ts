import { Refusal } from '@kaoji/domain';
import type { CycleUnit } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { findCycle, findCycleUnit } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { wrongState } from '../plan/consult.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { checkRoster } from './check-roster.js';
import { refuseFaults } from './row-fault.js';
import { insertAppraisees } from './insert-appraisees.js';
import type { RosterEntry } from './roster-entry.js';
import { rosterPlaces } from './roster-places.js';

/**
 * Adds somebody who joins mid-cycle, while their unit still collects. Refuses `ROSTER_INVALID`,
 * `DUPLICATE_APPRAISEE`, `CYCLE_STATE`, `COLLECTION_CLOSED`, `STAGE_NOT_OPEN`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function admitAppraisee(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: { readonly cycleId: string; readonly entry: RosterEntry; readonly key: string },
): Promise<{ readonly appraisalId: string }> {
  const { cycleId, entry, key } = input;
  const keyed = { verb: 'admit', key, request: { cycleId, entry } };
  return askWorkflow(deps, actor, keyed, async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (cycle.state !== 'open') throw wrongState(cycle.state, 'open');
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const entries = [{ row: 1, entry }];
    const places = await rosterPlaces(stores, cycle, entries);
    const { placed, faults } = checkRoster(rulebook, cycle.year, places, entries);
    refuseDuplicate(faults);
    refuseFaults('ROSTER_INVALID', faults);
    const unitId = placed[0]?.unitId ?? '';
    refuseUnlessCollecting(await findCycleUnit(stores, cycleId, unitId));
    const [appraisalId = ''] = await insertAppraisees(deps.ids, stores, cycleId, placed, true);
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'admit', cycleKey: cycle.key, unitId, updateId, appraisalId },
      answer: { appraisalId },
    };
  });
}

function refuseDuplicate(faults: readonly { readonly code: string }[]): void {
  if (faults.some(({ code }) => code === 'DUPLICATE_APPRAISEE')) {
    throw new Refusal('DUPLICATE_APPRAISEE', 'This person is on the roster of this cycle already.');
  }
}

function refuseUnlessCollecting(unit: CycleUnit): void {
  if (unit.state === 'collecting' && unit.round === 0) return;
  if (unit.state === 'planned') {
    throw new Refusal('STAGE_NOT_OPEN', 'The unit is just being opened. Try again in a moment.');
  }
  throw new Refusal('COLLECTION_CLOSED', 'The collection of this unit is closed: nobody can join any more.');
}
