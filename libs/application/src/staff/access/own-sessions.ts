import type { Instant, Session } from '../../ports/records.js';
import { notFound } from '../find.js';
import type { AuthenticateDeps, Authenticated } from './authenticate.js';

/** A session or token of one's own that still lets somebody in. `id` opens nothing. */
export type OwnSession = {
  readonly id: string;
  readonly kind: Session['kind'];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The one this request came with. */
  readonly current: boolean;
};

/** One's own sessions and tokens that have not ended, the newest first. */
export async function ownSessions(
  { transactions, clock, secrets }: AuthenticateDeps,
  { account, session: asked }: Authenticated,
): Promise<readonly OwnSession[]> {
  const sessions = await transactions.read((stores) => stores.accounts.sessionsOf(account.id));
  return sessions
    .filter(({ expiresAt }) => expiresAt > clock.now())
    .map(({ tokenHash, kind, createdAt, expiresAt }) => {
      const current = tokenHash === asked.tokenHash;
      return { id: secrets.hash(tokenHash), kind, createdAt, expiresAt, current };
    });
}

/** Ends one of one's own sessions or tokens, wherever it is used. Refuses `NOT_FOUND`, also for somebody else's. */
export async function revokeSession(
  { transactions, secrets }: AuthenticateDeps,
  { account }: Authenticated,
  sessionId: string,
): Promise<void> {
  await transactions.run(async ({ accounts }) => {
    const own = await accounts.sessionsOf(account.id);
    const meant = own.find(({ tokenHash }) => secrets.hash(tokenHash) === sessionId);
    if (meant === undefined) throw notFound('session of yours');
    await accounts.deleteSession(meant.tokenHash);
  });
}
