import type { Clock, Secrets } from '../../ports/gateways.js';
import type { Account, Session } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from './actor.js';

export type AuthenticateDeps = {
  readonly transactions: Transactions;
  readonly secrets: Secrets;
  readonly clock: Clock;
};
export type Authenticated = { readonly actor: Actor; readonly account: Account; readonly session: Session };

/** Who holds this token, or `null` when it is unknown, expired, of another kind, or its account is disabled. */
export async function authenticate(
  deps: AuthenticateDeps,
  token: string,
  kind: Session['kind'],
): Promise<Authenticated | null> {
  return deps.transactions.read(async (stores) => {
    const session = await stores.accounts.session(deps.secrets.hash(token));
    if (session === null || session.kind !== kind || session.expiresAt <= deps.clock.now()) return null;
    const account = await stores.accounts.byId(session.accountId);
    if (account === null || account.disabled) return null;
    const { id: accountId, personId, grants } = account;
    return { actor: { accountId, personId, grants }, account, session };
  });
}

/** Ends a session; an unknown one is already at its end. */
export async function signOut(deps: AuthenticateDeps, session: Session): Promise<void> {
  await deps.transactions.run((stores) => stores.accounts.deleteSession(session.tokenHash));
}
