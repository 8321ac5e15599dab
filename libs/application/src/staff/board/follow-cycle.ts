import type { Session } from '../../ports/records.js';
import type { AuthenticateDeps } from '../access/authenticate.js';
import type { Actor } from '../access/actor.js';
import { demand, holds } from '../access/permissions.js';
import { findCycle } from '../find.js';

/** Lets through whoever may see where a cycle stands. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function demandCycle(
  { transactions }: Pick<AuthenticateDeps, 'transactions'>,
  actor: Actor,
  cycleId: string,
): Promise<void> {
  const { areaId } = await transactions.read((stores) => findCycle(stores, cycleId));
  demand(actor, 'cycle.read', { areaId, unitId: 'any_unit' });
}

/** Whether whoever once was let in may go on: the session has not ended, the account and its rights are there. */
export async function mayGoOn(
  { transactions, clock }: Pick<AuthenticateDeps, 'transactions' | 'clock'>,
  { tokenHash, accountId }: Pick<Session, 'tokenHash' | 'accountId'>,
  cycleId: string,
): Promise<boolean> {
  return transactions.read(async (stores) => {
    const session = await stores.accounts.session(tokenHash);
    if (session === null || session.expiresAt <= clock.now()) return false;
    const [account, cycle] = [await stores.accounts.byId(accountId), await stores.cycles.byId(cycleId)];
    if (account === null || account.disabled || cycle === null) return false;
    const actor = { accountId, personId: account.personId, grants: account.grants };
    return holds(actor, 'cycle.read', { areaId: cycle.areaId, unitId: 'any_unit' });
  });
}
