import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, holds, type Permission } from '../access/permissions.js';
import { findCycleUnit, type FoundCycle } from '../find.js';

/**
 * The units of a cycle in which somebody holds a permission: the one that is asked for, or all they have; null is every
 * unit. Refuses `FORBIDDEN` when there is none, `NOT_FOUND` for a unit that is not of this cycle.
 */
export async function unitsCovered(
  stores: Stores,
  actor: Actor,
  permission: Permission,
  cycle: FoundCycle,
  asked: string | undefined,
): Promise<readonly string[] | null> {
  const { areaId } = cycle;
  if (asked !== undefined) {
    demand(actor, permission, { areaId, unitId: asked });
    return [(await findCycleUnit(stores, cycle.id, asked)).unitId];
  }
  demand(actor, permission, { areaId, unitId: 'any_unit' });
  if (holds(actor, permission, { areaId, unitId: 'whole_area' })) return null;
  const units = await stores.cycles.units(cycle.id);
  return units.map(({ unitId }) => unitId).filter((unitId) => holds(actor, permission, { areaId, unitId }));
}
