import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findCycle, findCycleUnit } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';

/**
 * After a return: HR has the corrected evidence composed again, as the next round. Refuses `ROUND_STALE`,
 * `STAGE_NOT_OPEN` (nothing was returned), `WORKFLOW_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function resubmit(
  deps: AskDeps,
  actor: Actor,
  input: { readonly cycleId: string; readonly unitId: string; readonly round: number; readonly key: string },
): Promise<Done> {
  const { cycleId, unitId, round, key } = input;
  const keyed = { verb: 'resubmit', key, request: { cycleId, unitId, round } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId });
    const unit = await findCycleUnit(stores, cycleId, unitId);
    if (round < unit.round) throw new Refusal('ROUND_STALE', 'The list was composed again since.');
    // Returned by those who decide, or re-opened by an objection: either way it collects again.
    if (round > unit.round || unit.round === 0 || unit.state !== 'collecting') {
      throw new Refusal('STAGE_NOT_OPEN', 'This list was not returned.');
    }
    const updateId = messageId(actor, key);
    return {
      message: {
        kind: 'resubmit',
        cycleId,
        cycleKey: cycle.key,
        unitId,
        updateId,
        round,
        by: actor.accountId,
      },
      answer: { done: true },
    };
  });
}
