import { Refusal, startOfCivilDay } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findAppraisal } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';

/**
 * HR records that somebody left: their appraisal ends without a result. Refuses `CIVIL_DATE_INVALID`,
 * `STAGE_NOT_OPEN` (recorded or contested already), `WORKFLOW_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordDeparture(
  deps: AskDeps,
  actor: Actor,
  input: { readonly appraisalId: string; readonly leftOn: string; readonly key: string },
): Promise<Done> {
  const { appraisalId, leftOn, key } = input;
  const keyed = { verb: 'depart', key, request: { appraisalId, leftOn } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: appraisal.unitId });
    startOfCivilDay(leftOn, 'Asia/Shanghai');
    if (appraisal.status === 'planned') {
      throw new Refusal('STAGE_NOT_OPEN', 'The appraisal has not started: there is nothing to end.');
    }
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'depart', cycleKey: cycle.key, appraisalId, updateId },
      answer: { done: true },
    };
  });
}
