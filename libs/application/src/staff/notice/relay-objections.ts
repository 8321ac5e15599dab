import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import { findCycle } from '../find.js';
import { projectObjections } from './notice-tasks.js';

const AT_ONCE = 1_000;

/**
 * Puts objections that came by link before those who answer them: the public side can write nothing but the objection itself. Gives how
 * many were new to this process; doing one again changes nothing.
 */
export function createObjectionRelay(deps: {
  readonly transactions: Transactions;
  readonly clock: Clock;
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
          const cycle = await findCycle(stores, page.cycleId);
          await projectObjections(stores, { cycle }, page, [found], deps.clock.now());
        }
      });
    }
    seen = new Set(waiting.map(({ id }) => id));
    return fresh.length;
  };
}
