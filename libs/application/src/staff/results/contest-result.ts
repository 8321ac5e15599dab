import { Refusal } from '@kaoji/domain';
import type { ContestRow } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demandOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandReceived } from './delivery/receive-result.js';

/**
 * The appraisee contests a result within its window; everything that follows from it freezes. Here the
 * workflow answers first and the row follows: only it knows whether the window is still open, and a contest
 * that came too late must leave nothing behind. The grounds wait in the outbox meanwhile. Refuses
 * `RESULT_NOT_READY`, `RESULT_NOT_RECEIVED`, `CONTEST_WINDOW_CLOSED`, `ALREADY_CONTESTED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function contestResult(
  deps: AskDeps,
  actor: Actor,
  input: { readonly appraisalId: string; readonly grounds: string; readonly key: string },
): Promise<{ readonly contestId: string }> {
  const { appraisalId, grounds, key } = input;
  const keyed = { verb: 'contest', key, request: { appraisalId, grounds } };
  return askWorkflow(deps, actor, keyed, async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const filedAt = deps.clock.now();
    demandReceived(appraisal);
    if (appraisal.status === 'contested' || (await stores.decisions.contestOf(appraisalId)) !== null) {
      throw new Refusal('ALREADY_CONTESTED', 'This result is contested already.');
    }
    if (appraisal.contestUntil === null || filedAt > appraisal.contestUntil) {
      throw new Refusal(
        'CONTEST_WINDOW_CLOSED',
        'The time in which this result could be contested has passed.',
      );
    }
    const contest: ContestRow = { id: deps.ids.next(), appraisalId, grounds, filedAt };
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'contest', cycleKey: cycle.key, appraisalId, updateId, contest },
      answer: { contestId: contest.id },
    };
  });
}
