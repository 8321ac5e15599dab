import type { Account, Role } from '../api/accounts.js';

/** Whether a grant of this account covers a unit in one of the roles; the service has the last word. */
export function roleHere(
  { grants }: Account,
  { areaId, unitId }: { readonly areaId: string; readonly unitId: string | null },
  ...roles: readonly Role[]
): boolean {
  return grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      grant.areaId === areaId &&
      (grant.unitId === null || grant.unitId === unitId),
  );
}
