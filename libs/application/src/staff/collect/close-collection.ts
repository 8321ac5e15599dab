import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { findCycle, findCycleUnit } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';

export type Done = { readonly done: true };

/** HR closes the collection of a unit early, and says why: the reason is kept. Refuses `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`, `NOT_FOUND`, `FORBIDDEN`. */
export async function closeCollection(
  deps: AskDeps,
  actor: Actor,
  input: {
    readonly cycleId: string;
    readonly unitId: string;
    readonly reason: string;
    readonly key: string;
  },
): Promise<Done> {
  const { cycleId, unitId, reason, key } = input;
  const keyed = { verb: 'close-collection', key, request: { cycleId, unitId, reason } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId });
    const unit = await findCycleUnit(stores, cycleId, unitId);
    const corrected = unit.round > 0; // a returned list is submitted again, not closed
    if (unit.state !== 'collecting' || corrected) {
      throw new Refusal('STAGE_NOT_OPEN', 'This unit is not collecting.', { state: unit.state });
    }
    const [closedBy, closedAt] = [actor.accountId, deps.clock.now()];
    await stores.cycles.insertEarlyClosing({
      ...{ id: deps.ids.next(), cycleId, unitId, reason, closedBy, closedAt },
    });
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'close_collection', cycleKey: cycle.key, unitId, updateId },
      answer: { done: true },
    };
  });
}
