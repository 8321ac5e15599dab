import { logOrigin } from '../../audit/log-origin.js';
import type { Instant } from '../../ports/records.js';
import type { Page, Transactions } from '../../ports/stores.js';
import { nextAfter, type Listed } from '../views/cycles.js';

/** The log of one cycle as everybody may see it: whose year it is, and the latest root. */
export type PublicLog = {
  readonly cycleId: string;
  readonly area: string;
  readonly year: number;
  readonly rehearsal: boolean;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly at: Instant;
};

/** Every cycle whose log has a signed head, for everybody, by id: sizes and hashes, nothing of what is in it. */
export async function publicLogs(
  deps: { readonly transactions: Transactions },
  page: Page,
): Promise<Listed<PublicLog>> {
  return deps.transactions.read(async (stores) => {
    const cycles = await stores.cycles.list(null, page);
    const areas = new Map((await stores.places.areas()).map(({ id, name }) => [id, name]));
    const items: PublicLog[] = [];
    for (const { id, areaId, year, run } of cycles) {
      const head = await stores.log.latestHead(id);
      if (head === null) continue;
      const { size, root, at } = head;
      const whose = { cycleId: id, area: areas.get(areaId) ?? '', year, rehearsal: run !== 'live' };
      items.push({ ...whose, origin: logOrigin(id), size, root, at });
    }
    return { items, next: nextAfter(cycles, page) };
  });
}
