import type { Stores } from '../../ports/stores.js';
import type { Campaign } from '../../ports/survey-records.js';

export type PlaceNames = { readonly communityName: string; readonly unitName: string };

/** What the places of an area's campaigns are called; empty where a name is not on record any more. */
export async function placeNames(
  stores: Stores,
  areaId: string,
): Promise<(campaign: Pick<Campaign, 'communityId' | 'unitId'>) => Promise<PlaceNames>> {
  const units = new Map((await stores.places.unitsOf(areaId)).map(({ id, name }) => [id, name]));
  return async ({ communityId, unitId }) => {
    const community = await stores.places.community(communityId);
    return { communityName: community?.name ?? '', unitName: units.get(unitId) ?? '' };
  };
}
