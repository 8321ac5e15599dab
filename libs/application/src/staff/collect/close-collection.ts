import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { findCycle, findCycleUnit } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';

export type Done = { readonly done: true };

/** HR closes the collection of a unit early. Refuses `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`, `NOT_FOUND`, `FORBIDDEN`. */
export async function closeCollection(
  deps: AskDeps,
  actor: Actor,
  input: { readonly cycleId: string; readonly unitId: string; readonly key: string },
): Promise<Done> {
  const { cycleId, unitId, key } = input;
  const keyed = { verb: 'close-collection', key, request: { cycleId, unitId } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId });
    const unit = await findCycleUnit(stores, cycleId, unitId);
    const corrected = unit.round > 0; // a returned list is submitted again, not closed
    if (unit.state !== 'collecting' || corrected) {
      throw new Refusal('STAGE_NOT_OPEN', 'This unit is not collecting.', { state: unit.state });
    }
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'close_collection', cycleKey: cycle.key, unitId, updateId },
      answer: { done: true },
    };
  });
}
