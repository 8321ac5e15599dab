import { cycleContext } from '../../engine/cycle-context.js';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import { writeToStaff } from '../../waiting/write-to-staff.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { answerersOf, projectObjections } from './notice-tasks.js';

const AT_ONCE = 1_000;

/**
 * Puts objections that came by link before those who answer them: the public side can write nothing but the objection itself. Gives how
 * many were new to this process; doing one again changes nothing.
 */
export function createObjectionRelay(deps: {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
}): () => Promise<number> {
  let seen: ReadonlySet<string> = new Set();
  return async () => {
    const waiting = await deps.transactions.read((stores) => stores.notices.unanswered(AT_ONCE));
    const fresh = waiting.filter(({ id }) => !seen.has(id));
    if (fresh.length > 0) {
      await deps.transactions.run(async (stores) => {
        for (const { id, noticeId } of fresh) {
          const page = await stores.notices.page(noticeId);
          const found = await stores.notices.objection(id);
          if (page === null || found === null || found.answer !== null) continue;
          const context = await cycleContext(deps, stores, page.cycleId);
          const now = deps.clock.now();
          await projectObjections(stores, context, page, [found], now);
          await writeToStaff(stores, context, await answerersOf(stores, context, page), now);
        }
      });
    }
    seen = new Set(waiting.map(({ id }) => id));
    return fresh.length;
  };
}
