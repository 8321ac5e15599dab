import { PERMISSIONS, rolesWith, type Permission } from './granted.js';
import type { Grant } from './roles.js';

/** Where something happens: an area, one unit of it, or some unit of it, whichever. */
export type Place = { readonly areaId: string; readonly unitId: string | 'whole_area' | 'any_unit' };

/** One rule as `@casl/ability` reads it; plain data, so the service and its screens ask the same question. */
export type AbilityRule = {
  readonly action: Permission;
  readonly subject: 'place';
  readonly conditions?: { readonly areaId: string; readonly unitId?: { readonly $in: readonly string[] } };
};

/**
 * What these grants allow, where. A grant for the area covers each of its units; one for a unit covers that unit and counts
 * as some unit, and says nothing of the area. What no rule names is refused. Oneself (`self`) is open to everybody.
 */
export function abilityRulesOf(grants: readonly Grant[]): readonly AbilityRule[] {
  const given = grants.flatMap((grant) =>
    PERMISSIONS.filter(
      (permission) => permission !== 'self' && rolesWith(permission).includes(grant.role),
    ).map((action): AbilityRule => ({ action, subject: 'place', conditions: conditionsOf(grant) })),
  );
  return [{ action: 'self', subject: 'place' }, ...given];
}

function conditionsOf({ areaId, unitId }: Grant): NonNullable<AbilityRule['conditions']> {
  return unitId === null ? { areaId } : { areaId, unitId: { $in: [unitId, 'any_unit'] } };
}
