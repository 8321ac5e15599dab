import { differingSteps, type ContestStage, type DifferingStep, type PersonEvaluation } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { shortResult, type ShortResult } from './try-corrections.js';
import { viewContest } from './view-contest.js';

export type ContestDifference = {
  /** Of the event that changed it. */
  readonly seq: number;
  readonly stage: ContestStage;
  readonly before: ShortResult;
  readonly after: ShortResult;
  readonly steps: readonly DifferingStep[];
};
type Deps = {
  readonly transactions: Transactions;
  readonly rulebooks: RulebookShelf;
  readonly clock: Clock;
};

/**
 * Each time a contest made another result: before, after, every step that differs. For whoever reads the contest; the
 * contestant learns it with the delivery. Refuses as `viewContest` does.
 */
export async function contestDifference(
  deps: Deps,
  actor: Actor,
  contestId: string,
): Promise<readonly ContestDifference[]> {
  const { appraisalId, events } = await viewContest(deps, actor, contestId);
  return deps.transactions.read(async ({ results }) => {
    const read = async (hash: string): Promise<PersonEvaluation | null> => {
      const stored = await results.evaluationByHash(appraisalId, hash);
      return stored === null ? null : (JSON.parse(stored.body) as PersonEvaluation);
    };
    const found: ContestDifference[] = [];
    for (const { seq, body } of events) {
      if (body.kind !== 'decided' && body.kind !== 'decided_again') continue;
      if (body.beforeHash === body.afterHash) continue;
      const [before, after] = [await read(body.beforeHash), await read(body.afterHash)];
      if (before === null || after === null) continue;
      found.push({
        ...{ seq, stage: body.stage, steps: stepsBetween(before, after) },
        ...{ before: shortResult(before), after: shortResult(after) },
      });
    }
    return found;
  });
}

function stepsBetween(before: PersonEvaluation, after: PersonEvaluation): readonly DifferingStep[] {
  if (before.derivation === undefined || after.derivation === undefined) return [];
  return differingSteps(before.derivation, after.derivation);
}
