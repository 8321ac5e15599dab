import { ROLES, type Account, type Role } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';

/** Whoever holds one of these roles in a unit, each account once. What is no role of ours has no holders. */
export async function holdersOfRoles(
  stores: Stores,
  roles: readonly string[],
  { areaId, unitId }: { readonly areaId: string; readonly unitId: string },
): Promise<readonly Account[]> {
  const found = new Map<string, Account>();
  for (const role of new Set(roles.filter(isRole))) {
    for (const account of await stores.accounts.holdersOf(role, areaId, unitId)) {
      found.set(account.id, account);
    }
  }
  return [...found.values()];
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
