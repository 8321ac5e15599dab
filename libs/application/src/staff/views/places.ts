import type { Area, Community, Unit } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';

type ReadDeps = { readonly transactions: Transactions };
export type UnitWithCommunities = Pick<Unit, 'id' | 'name'> & {
  readonly communities: readonly Pick<Community, 'id' | 'name'>[];
};

/** The areas in which somebody has a role. */
export async function listAreas(deps: ReadDeps, actor: Actor): Promise<readonly Area[]> {
  const mine = new Set(actor.grants.map(({ areaId }) => areaId));
  const areas = await deps.transactions.read((stores) => stores.places.areas());
  return areas.filter(({ id }) => mine.has(id));
}

/** The units of an area and their communities. Refuses `FORBIDDEN`. */
export async function listUnits(
  deps: ReadDeps,
  actor: Actor,
  areaId: string,
): Promise<readonly UnitWithCommunities[]> {
  demand(actor, 'places.read', { areaId, unitId: 'any_unit' });
  return deps.transactions.read(async (stores) => {
    const units: UnitWithCommunities[] = [];
    for (const { id, name } of await stores.places.unitsOf(areaId)) {
      units.push({ id, name, communities: await stores.places.communitiesOf(id) });
    }
    return units;
  });
}
