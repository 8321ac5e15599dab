import { Refusal, type ContestEvent, type ContestOutcome, type Correction } from '@kaoji/domain';
import { cycleContext } from '../../engine/cycle-context.js';
import { peopleWait } from '../../engine/people-wait.js';
import type { Stores } from '../../ports/stores.js';
import { holdersOfRoles } from '../../waiting/holders-of-roles.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { contestWaits, decisionAgain } from './contest-tasks.js';
import { findContest, happened, type FoundContest } from './find-contest.js';
import { demandHearer } from './hearers.js';
import { recompute, type Recomputed } from './recompute.js';
import { writeOutcome } from './tell-outcome.js';
import { writeChanged } from './write-changed.js';

export type ContestDecision = {
  readonly contestId: string;
  readonly outcome: ContestOutcome;
  readonly reason: string;
  /** What is wrong in the evidence; none where the result is upheld. */
  readonly corrections: readonly Correction[];
  readonly key: string;
};
export type ContestDecided = {
  readonly outcome: ContestOutcome;
  readonly grade: string | null;
  readonly status: string;
  readonly spared: boolean;
};
type Deps = AskDeps & { readonly rulebooks: RulebookShelf };

/**
 * Somebody who had no part in the result decides its contest: upheld, changed on corrected evidence, or sent back
 * with the corrections to whoever decides lists. The rows come first, so that of two at once one is told
 * `VERSION_CONFLICT`; then the contest goes on. Refuses `FORBIDDEN`, `TOOK_PART_BEFORE`, `STAGE_NOT_OPEN`,
 * `ALREADY_DECIDED`, `CORRECTIONS_MISSING`, `CORRECTIONS_UNUSED` (upheld with corrections), `CORRECTION_UNKNOWN`,
 * `CORRECTION_INVALID`, `NOTHING_CHANGES` (the corrected evidence comes to the same, or to less), `NOT_FOUND`.
 */
export async function decideContest(
  deps: Deps,
  actor: Actor,
  input: ContestDecision,
): Promise<ContestDecided> {
  const { key, contestId, outcome, reason, corrections } = input;
  const keyed = { verb: 'decide-contest', key, request: { contestId, outcome, reason, corrections } };
  return askWorkflow<ContestDecided>(deps, actor, keyed, async (stores) => {
    const found = await findContest(stores, contestId);
    const context = await cycleContext(deps, stores, found.cycle.id);
    await demandHearer(stores, context.rulebook, found, actor);
    demandHearing(found);
    const at = deps.clock.now();
    const by = actor.accountId;
    const level = found.state.stage;
    const decided = await decidedOn(deps, stores, found, input);
    const resultHash =
      outcome === 'changed' && decided !== null
        ? await writeChanged(stores, found, decided, by, at)
        : (found.appraisal.resultHash ?? '');
    await happened(stores, found, by, at, eventOf(found, input, decided, resultHash));
    const wait =
      outcome === 'sent_back'
        ? await sendBack(stores, context, found, at)
        : await writeOutcome(stores, context, found, { level, resultHash, by, at });
    const final = outcome === 'changed' ? decided?.result.after.final : undefined;
    return {
      message: {
        ...{ kind: 'contest_outcome', cycleKey: found.cycle.key, contestId, updateId: messageId(actor, key) },
        ...{ level, outcome, by, ...wait },
      },
      answer: {
        outcome,
        grade: final === undefined ? found.appraisal.finalGrade : final.grade,
        status: final?.status ?? found.appraisal.finalStatus ?? '',
        spared: decided?.result.spared ?? false,
      },
    };
  });
}

/** Refuses `STAGE_NOT_OPEN` before it is opened, `ALREADY_DECIDED` after. */
export function demandHearing({ state }: FoundContest): void {
  if (state.status === 'in_review') return;
  if (state.status === 'filed') throw new Refusal('STAGE_NOT_OPEN', 'This contest is not opened yet.');
  throw new Refusal('ALREADY_DECIDED', 'This contest does not wait for a decision any more.', {
    status: state.status,
  });
}

/** What the corrections come to; null for a result that is upheld. */
async function decidedOn(
  deps: Deps,
  stores: Stores,
  found: FoundContest,
  { outcome, corrections }: ContestDecision,
): Promise<Recomputed | null> {
  if (outcome === 'upheld') {
    if (corrections.length === 0) return null;
    throw new Refusal('CORRECTIONS_UNUSED', 'What is upheld corrects nothing: change it, or send it back.');
  }
  const recomputed = await recompute(deps, stores, found, corrections);
  if (outcome === 'changed') demandChange(recomputed);
  return recomputed;
}

/** Refuses `NOTHING_CHANGES`. */
export function demandChange({ result: { changed, spared } }: Recomputed): void {
  if (changed) return;
  throw new Refusal(
    'NOTHING_CHANGES',
    spared
      ? 'The corrected evidence comes to less than the result that stands, which stays: uphold it.'
      : 'The corrected evidence comes to the same result: uphold it.',
    { spared },
  );
}

function eventOf(
  { state, appraisal }: FoundContest,
  { outcome, reason, corrections }: ContestDecision,
  decided: Recomputed | null,
  afterHash: string,
): ContestEvent {
  return {
    kind: 'decided',
    stage: state.stage,
    ...{ outcome, reason, corrections },
    spared: decided?.result.spared ?? false,
    touched: decided?.result.touched ?? [],
    beforeHash: appraisal.resultHash ?? '',
    afterHash,
  };
}

async function sendBack(
  stores: Stores,
  context: Parameters<typeof peopleWait>[0],
  found: FoundContest,
  at: number,
): Promise<ReturnType<typeof peopleWait>> {
  const wait = peopleWait(context, at);
  const { decidedBy, escalateTo } = context.rulebook.process.deliberation;
  const scope = { areaId: found.cycle.areaId, unitId: found.appraisal.unitId };
  const deciders = await holdersOfRoles(stores, [decidedBy, escalateTo], scope);
  const others = deciders.filter(({ personId }) => personId !== found.appraisal.personId);
  await contestWaits(stores, found, [decisionAgain(found.state.stage, others, wait.escalateAt)], at);
  return wait;
}
