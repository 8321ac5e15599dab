import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { demandOwn } from '../collect/own-evidence.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { contestWaits } from './contest-tasks.js';
import { findContest, happened } from './find-contest.js';

/**
 * The contestant takes the contest, or the appeal, back: what was decided before stands, and this stays on record.
 * Refuses `ALREADY_DECIDED` once an outcome is written, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function withdrawContest(
  deps: AskDeps,
  actor: Actor,
  { contestId, key }: { readonly contestId: string; readonly key: string },
): Promise<Done> {
  const keyed = { verb: 'withdraw-contest', key, request: { contestId } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const found = await findContest(stores, contestId);
    demandOwn(actor, found.appraisal, found.cycle.areaId);
    const { status } = found.state;
    if (status !== 'filed' && status !== 'in_review' && status !== 'sent_back') {
      throw new Refusal('ALREADY_DECIDED', 'What is decided cannot be taken back.', { status });
    }
    const at = deps.clock.now();
    const by = actor.accountId;
    await happened(stores, found, by, at, { kind: 'withdrawn' });
    await contestWaits(stores, found, [], at);
    return {
      message: {
        ...{ kind: 'withdraw_contest', cycleKey: found.cycle.key, contestId },
        ...{ updateId: messageId(actor, key), by },
      },
      answer: { done: true },
    };
  });
}
