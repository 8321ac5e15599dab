import { Refusal } from '@kaoji/domain';
import { PERMISSIONS, rolesWith, type Permission, type Place } from '@kaoji/domain/rights';
import { abilityOf } from './ability.js';
import type { Actor } from './actor.js';

// Which roles may do what stands in libs/domain/src/rights/granted.ts, for the service and its screens alike.
export { PERMISSIONS, rolesWith };
export type { Permission };

/** Where something happens: an area, one unit of it, or some unit of it, whichever. */
export type Scope = Place;

/** Whether some grant of this person holds the permission, wherever: the door of a route. */
export function holdsSomewhere(actor: Actor, permission: Permission): boolean {
  return abilityOf(actor.grants).can(permission, 'place');
}

/** Whether a grant of this person holds the permission there. A grant for a unit says nothing of its area. */
export function holds(actor: Actor, permission: Permission, scope: Scope): boolean {
  return abilityOf(actor.grants).can(permission, scope);
}

/** Whether the person has exactly this role there. */
export function hasRole(actor: Actor, role: string, scope: Scope): boolean {
  return actor.grants.some((grant) => {
    if (grant.role !== role || grant.areaId !== scope.areaId) return false;
    return grant.unitId === null || scope.unitId === 'any_unit' || grant.unitId === scope.unitId;
  });
}

/** Lets through or refuses `FORBIDDEN`. */
export function demand(actor: Actor, permission: Permission, scope: Scope): void {
  if (!holds(actor, permission, scope)) throw forbidden();
}

export function forbidden(): Refusal {
  return new Refusal('FORBIDDEN', 'Your roles do not cover this here. Ask the HR officer of the area.');
}
