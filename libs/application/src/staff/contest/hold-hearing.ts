import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandHearing } from './decide-contest.js';
import { findContest, happened } from './find-contest.js';
import { demandHearer } from './hearers.js';

/**
 * Keeps a note of what the contestant, or somebody who knows, said when they were heard. Refuses `FORBIDDEN`,
 * `TOOK_PART_BEFORE`, `STAGE_NOT_OPEN`, `ALREADY_DECIDED`, `NOT_FOUND`.
 */
export async function holdHearing(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: { readonly contestId: string; readonly note: string; readonly key: string },
): Promise<Done> {
  const { contestId, note, key } = input;
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'hear-contest', key, request: { contestId, note } }, async () => {
      const found = await findContest(stores, contestId);
      await demandHearer(stores, await deps.rulebooks.take(stores, found.cycle.rulebookHash), found, actor);
      demandHearing(found);
      const stage = found.state.stage;
      await happened(stores, found, actor.accountId, deps.clock.now(), { kind: 'heard', stage, note });
      return { done: true };
    }),
  );
}
