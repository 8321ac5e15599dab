import { Refusal } from '@kaoji/domain';
import { cycleContext } from '../../engine/cycle-context.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import type { ContestDecided } from './decide-contest.js';
import { demandChange } from './decide-contest.js';
import { findContest, happened } from './find-contest.js';
import { demandDeciderAgain } from './hearers.js';
import { recompute } from './recompute.js';
import { writeOutcome } from './tell-outcome.js';
import { writeChanged } from './write-changed.js';

export type AgainInput = {
  readonly contestId: string;
  /** The corrections of whoever sent it back are applied, or the result is kept, with the reason. */
  readonly verdict: 'applied' | 'kept';
  readonly reason: string;
  readonly key: string;
};

/**
 * Whoever decides lists decides a result again that was sent back. Refuses `FORBIDDEN`, `TOOK_PART_BEFORE` (one's
 * own, a relative's, or sent back by oneself), `STAGE_NOT_OPEN`, `NOTHING_CHANGES`, `NOT_FOUND`.
 */
export async function decideAgain(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: AgainInput,
): Promise<ContestDecided> {
  const { key, contestId, verdict, reason } = input;
  const keyed = { verb: 'decide-again', key, request: { contestId, verdict, reason } };
  return askWorkflow<ContestDecided>(deps, actor, keyed, async (stores) => {
    const found = await findContest(stores, contestId);
    const context = await cycleContext(deps, stores, found.cycle.id);
    await demandDeciderAgain(stores, context.rulebook, found, actor);
    if (found.state.status !== 'sent_back') {
      throw new Refusal('STAGE_NOT_OPEN', 'This contest was not sent back.', { status: found.state.status });
    }
    const at = deps.clock.now();
    const by = actor.accountId;
    const level = found.state.stage;
    const recomputed = await recompute(deps, stores, found, found.state.corrections);
    if (verdict === 'applied') demandChange(recomputed);
    const beforeHash = found.appraisal.resultHash ?? '';
    const resultHash =
      verdict === 'applied' ? await writeChanged(stores, found, recomputed, by, at) : beforeHash;
    await happened(stores, found, by, at, {
      ...{ kind: 'decided_again', stage: level, verdict, reason, spared: recomputed.result.spared },
      touched: verdict === 'applied' ? recomputed.result.touched : [],
      ...{ beforeHash, afterHash: resultHash },
    });
    const wait = await writeOutcome(stores, context, found, { level, resultHash, by, at });
    const outcome = verdict === 'applied' ? 'changed' : 'upheld';
    const { before, after, spared } = recomputed.result;
    const { grade, status } = verdict === 'applied' ? after.final : before.final;
    return {
      message: {
        ...{ kind: 'contest_outcome', cycleKey: found.cycle.key, contestId, updateId: messageId(actor, key) },
        ...{ level, outcome, by, ...wait },
      },
      answer: { outcome, grade, status, spared },
    };
  });
}
