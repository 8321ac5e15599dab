import type { EarlyClosing } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { holds } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { unitsCovered } from './units-covered.js';
import { accountNames } from './view-waiting.js';

export type EarlyClosingItem = EarlyClosing & { readonly name: string | null };

/** Which units were closed before their date, by whom and why, of the units this person may list. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function earlyClosings(
  { transactions }: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
): Promise<readonly EarlyClosingItem[]> {
  return transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    const units = await unitsCovered(stores, actor, 'appraisal.list', cycle, undefined);
    const closings = await stores.cycles.earlyClosings(cycleId);
    const shown = closings.filter(({ unitId }) => units === null || units.includes(unitId));
    const named = shown.filter(({ unitId }) =>
      holds(actor, 'person.names', { areaId: cycle.areaId, unitId }),
    );
    const names = await accountNames(
      stores,
      named.map(({ closedBy }) => closedBy),
    );
    return shown.map((closing) => ({
      ...closing,
      name: named.includes(closing) ? (names.get(closing.closedBy) ?? null) : null,
    }));
  });
}
