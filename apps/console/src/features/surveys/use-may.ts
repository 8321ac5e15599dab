import type { Permission } from '@kaoji/domain/rights';
import { useQuery } from '@tanstack/react-query';
import { cycleQuery } from '../../api/cycles.js';
import { useAbility } from '../../session/ability.js';

/** What whoever is signed in may do in one unit of a cycle, or in some unit of it; nothing until the cycle is read. */
export function useMay(cycleId: string, unitId: string = 'any_unit'): (permission: Permission) => boolean {
  const ability = useAbility();
  const { data: cycle } = useQuery(cycleQuery(cycleId));
  return (permission) => cycle !== undefined && ability.can(permission, { areaId: cycle.areaId, unitId });
}
