import { Refusal } from '@kaoji/domain';
import type { Clock, Passwords, Secrets } from '../../ports/gateways.js';
import type { Account, Instant, Session } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import { comesFrom, type CameFrom } from './came-from.js';
import { refuseWhilePaused, type SignInAttempts } from './sign-in-attempts.js';

/** Each sign-in clears away some sessions that have ended: more end than begin only for a while. */
const ENDED_AT_ONCE = 20;
const LIFE_MS = { cookie: 12 * 3_600_000, bearer: 24 * 3_600_000 } as const;

export type SignInDeps = {
  readonly transactions: Transactions;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly attempts: SignInAttempts;
};
type OpenSessionDeps = Pick<SignInDeps, 'transactions' | 'secrets' | 'clock'>;
export type SignInInput = {
  readonly username: string;
  readonly password: string;
  readonly kind: Session['kind'];
  /** From where it is tried: failures count for this name from there, and for nobody elsewhere. */
  readonly from: CameFrom;
};
export type SignedIn = {
  readonly account: Account;
  readonly token: string;
  readonly csrfToken: string | null; // bearer tokens need none
  readonly expiresAt: Instant;
};

/**
 * Opens a session. Refuses `CREDENTIALS_WRONG` (unknown, disabled and wrong password alike, in the same
 * time), `SIGN_IN_PAUSED` after repeated failures with this name from there (`retryAfterMs`) and `TOO_BUSY`. Whoever guesses pauses
 * themself: the person signs in from another address, or from where they have a session, as if nothing had happened.
 */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<SignedIn> {
  const account = await deps.transactions.read((stores) => stores.accounts.byUsername(input.username));
  const tried = `${input.username}\n${await comesFrom(deps, account, input.from)}`;
  refuseWhilePaused(deps.attempts, tried, deps.clock.now());
  const matches = await deps.passwords.verify(account?.passwordHash ?? (await decoy(deps)), input.password);
  if (account === null || account.disabled || !matches) {
    deps.attempts.failed(tried, deps.clock.now());
    throw new Refusal('CREDENTIALS_WRONG', 'The user name or the password is wrong.');
  }
  deps.attempts.succeeded(tried);
  return openSession(deps, account, input.kind);
}

/** A session for somebody who has just proved who they are. */
export async function openSession(
  deps: OpenSessionDeps,
  account: Account,
  kind: Session['kind'],
): Promise<SignedIn> {
  const token = deps.secrets.token();
  const csrfToken = kind === 'cookie' ? deps.secrets.token() : null;
  const createdAt = deps.clock.now();
  const expiresAt = createdAt + LIFE_MS[kind];
  const session: Session = {
    tokenHash: deps.secrets.hash(token),
    accountId: account.id,
    csrfHash: csrfToken === null ? null : deps.secrets.hash(csrfToken),
    kind,
    createdAt,
    expiresAt,
    steppedUpAt: null,
  };
  await deps.transactions.run(async (stores) => {
    await stores.accounts.deleteEndedSessions(createdAt, ENDED_AT_ONCE);
    await stores.accounts.insertSession(session);
  });
  return { account, token, csrfToken, expiresAt };
}

/** A hash of no account: an unknown name costs the same time as a wrong password. */
const decoys = new WeakMap<Passwords, Promise<string>>();
function decoy({ passwords, secrets }: SignInDeps): Promise<string> {
  const made = decoys.get(passwords) ?? passwords.hash(secrets.token());
  decoys.set(passwords, made);
  return made;
}
