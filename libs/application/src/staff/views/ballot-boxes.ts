import type { Stores, Transactions } from '../../ports/stores.js';
import type { BallotBox, Campaign } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { demand, holds } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { placeNames, type PlaceNames } from '../survey/place-names.js';

export type ListedBox = PlaceNames &
  Pick<Campaign, 'state'> &
  Pick<BallotBox, 'campaignId' | 'sealedAt' | 'destroyedAt' | 'root' | 'leaves'> & {
    /** Those given a share when the box was made; `passedOn`: they have done their half. */
    readonly holders: readonly {
      readonly accountId: string;
      readonly username: string;
      readonly passedOn: boolean;
    }[];
  };

/**
 * The ballot boxes of a cycle in one's units, for those who may hold keys: which are sealed, who holds a share of each,
 * who has acted. Nothing of what is inside. Refuses `NOT_FOUND`, `FORBIDDEN`.
 */
export async function listBallotBoxes(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
): Promise<readonly ListedBox[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'survey.holders', { areaId, unitId: 'any_unit' });
    const namesOf = await placeNames(stores, areaId);
    const listed: ListedBox[] = [];
    for (const campaign of await stores.surveys.campaignsOf(cycleId)) {
      if (!holds(actor, 'survey.holders', { areaId, unitId: campaign.unitId })) continue;
      listed.push({ ...(await namesOf(campaign)), ...(await listedBox(stores, campaign)) });
    }
    return listed;
  });
}

async function listedBox(stores: Stores, campaign: Campaign): Promise<Omit<ListedBox, keyof PlaceNames>> {
  const { id, state } = campaign;
  const box = await stores.boxes.box(id);
  const shares = await stores.boxes.shares(id);
  const passed = new Set(shares.map(({ fromAccount }) => fromAccount));
  const holders: ListedBox['holders'][number][] = [];
  for (const { accountId, fromAccount } of shares) {
    if (fromAccount !== null) continue;
    const account = await stores.accounts.byId(accountId);
    holders.push({ accountId, username: account?.username ?? '', passedOn: passed.has(accountId) });
  }
  return {
    ...{ campaignId: id, state, holders },
    sealedAt: box?.sealedAt ?? null,
    destroyedAt: box?.destroyedAt ?? null,
    root: box?.root ?? null,
    leaves: box?.leaves ?? null,
  };
}
