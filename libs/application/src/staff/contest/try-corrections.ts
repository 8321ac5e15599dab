import type { ContestedResult, Correction, PersonEvaluation } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { findContest } from './find-contest.js';
import { demandHearer } from './hearers.js';
import { recompute } from './recompute.js';

/** A result without its steps: those that differ are listed beside it. */
export type ShortResult = Pick<
  PersonEvaluation,
  'composite' | 'dimensions' | 'provisional' | 'final' | 'consequences'
>;
export type Trial = Pick<ContestedResult, 'spared' | 'changed' | 'steps' | 'touched' | 'seats'> & {
  readonly before: ShortResult;
  readonly recomputed: ShortResult;
  readonly after: ShortResult;
};

/**
 * What corrections would come to, for whoever hears the contest: before and after, each step that differs, and who
 * else the line would move. Writes nothing. Refuses as a decision does, but for `NOTHING_CHANGES`.
 */
export async function tryCorrections(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: { readonly contestId: string; readonly corrections: readonly Correction[] },
): Promise<Trial> {
  return deps.transactions.read(async (stores) => {
    const found = await findContest(stores, input.contestId);
    await demandHearer(stores, await deps.rulebooks.take(stores, found.cycle.rulebookHash), found, actor);
    const { result } = await recompute(deps, stores, found, input.corrections);
    const { before, recomputed, after, spared, changed, steps, touched, seats } = result;
    return {
      ...{ before: shortResult(before), recomputed: shortResult(recomputed), after: shortResult(after) },
      ...{ spared, changed, steps, touched, seats },
    };
  });
}

/** What a result says, without its steps. */
export function shortResult({
  composite,
  dimensions,
  provisional,
  final,
  consequences,
}: PersonEvaluation): ShortResult {
  return { composite, dimensions, provisional, final, consequences };
}
