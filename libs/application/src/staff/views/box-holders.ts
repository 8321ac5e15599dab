import type { Instant } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';

export type ListedHolder = {
  readonly accountId: string;
  readonly username: string;
  readonly enrolledAt: Instant;
};

/** Who holds keys of a cycle's ballot boxes, in the order they enrolled. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function listBoxHolders(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
): Promise<readonly ListedHolder[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'survey.holders', { areaId, unitId: 'any_unit' });
    const listed: ListedHolder[] = [];
    for (const { accountId, enrolledAt } of await stores.boxes.holders(cycleId)) {
      const account = await stores.accounts.byId(accountId);
      listed.push({ accountId, username: account?.username ?? '', enrolledAt });
    }
    return listed.sort((one, other) => one.enrolledAt - other.enrolledAt);
  });
}
