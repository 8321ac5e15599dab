import type { Stores } from '../ports/stores.js';
import type { BoxHolder, Campaign } from '../ports/survey-records.js';
import { holds } from '../staff/access/permissions.js';
import type { FoundCycle } from '../staff/find.js';

/** Two people open a box, never one. */
export const HOLDERS_NEEDED = 2;

/** Shares enough that some may be away, few enough that the halves stay with people who know each other. */
const HOLDERS_AT_MOST = 5;

/**
 * Those who enrolled for a cycle, may still hold a key, and whose grant covers the campaign's unit: the first five.
 */
export async function holdersOf(
  stores: Stores,
  { id, areaId }: Pick<FoundCycle, 'id' | 'areaId'>,
  { unitId }: Pick<Campaign, 'unitId'>,
): Promise<readonly BoxHolder[]> {
  const covering: BoxHolder[] = [];
  for (const holder of await stores.boxes.holders(id)) {
    const account = await stores.accounts.byId(holder.accountId);
    if (account === null || account.disabled) continue;
    const actor = { accountId: account.id, personId: account.personId, grants: account.grants };
    if (holds(actor, 'survey.hold_key', { areaId, unitId })) covering.push(holder);
  }
  covering.sort((one, other) => one.enrolledAt - other.enrolledAt);
  return covering.slice(0, HOLDERS_AT_MOST);
}
