import type { AccessRow } from '../../ports/access-log.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { nextAfter, type Listed } from '../views/cycles.js';

export type AccessQuestion = {
  readonly subject: string | null;
  readonly after: string | null;
  readonly limit: number;
};

/**
 * Who looked at what in a cycle, newest first; of one subject only, where one is named. A look has no unit: only a grant for
 * the whole area reads them. Refuses `NOT_FOUND`, `FORBIDDEN`.
 */
export async function readAccess(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
  ask: AccessQuestion,
): Promise<Listed<AccessRow>> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'audit.access', { areaId, unitId: 'whole_area' });
    const items = await stores.accessLog.page(cycleId, ask);
    return { items, next: nextAfter(items, ask) };
  });
}
