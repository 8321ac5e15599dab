import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { demandOwn } from '../collect/own-evidence.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { findContest } from './find-contest.js';

/**
 * The contestant appeals (申诉) against the outcome of a review, in their time. The flow answers first, as with the
 * contest itself: only it knows whether the time is over. Refuses `CONTEST_WINDOW_CLOSED`, `STAGE_NOT_OPEN` (no
 * outcome in their hands yet, or the rulebook knows no appeal), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function appealOutcome(
  deps: AskDeps,
  actor: Actor,
  input: { readonly contestId: string; readonly grounds: string; readonly key: string },
): Promise<Done> {
  const { contestId, grounds, key } = input;
  const keyed = { verb: 'appeal', key, request: { contestId, grounds } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const { appraisal, cycle, state } = await findContest(stores, contestId);
    demandOwn(actor, appraisal, cycle.areaId);
    const { status, appealUntil } = state;
    if (status === 'ended' || (appealUntil !== null && deps.clock.now() > appealUntil)) {
      throw new Refusal(
        'CONTEST_WINDOW_CLOSED',
        'The time in which the outcome could be appealed has passed.',
      );
    }
    if (status !== 'appealable' || appealUntil === null || state.stage === 'appeal') {
      throw new Refusal('STAGE_NOT_OPEN', 'There is no outcome to appeal against.', { status });
    }
    const by = actor.accountId;
    return {
      message: {
        ...{ kind: 'appeal', cycleKey: cycle.key, contestId, updateId: messageId(actor, key), by, grounds },
      },
      answer: { done: true },
    };
  });
}
