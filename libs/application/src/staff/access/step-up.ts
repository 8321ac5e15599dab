import { Refusal } from '@kaoji/domain';
import type { Clock, Passwords } from '../../ports/gateways.js';
import type { Instant, Session } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Authenticated } from './authenticate.js';
import { refuseWhilePaused, type SignInAttempts } from './sign-in-attempts.js';

export type StepUpDeps = {
  readonly transactions: Transactions;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly attempts: SignInAttempts;
  /** How long a proof lasts, in milliseconds. */
  readonly stepUpMs: number;
};

/** Until when decisions are taken without asking again: so long after the sign-in or the latest proof. */
export function steppedUpUntil({ createdAt, steppedUpAt }: Session, stepUpMs: number): Instant {
  return Math.max(createdAt, steppedUpAt ?? 0) + stepUpMs;
}

/** Lets a decision pass, or refuses `STEP_UP_REQUIRED` where the latest proof is too old. */
export function demandStepUp(
  { clock, stepUpMs }: Pick<StepUpDeps, 'clock' | 'stepUpMs'>,
  session: Session,
): void {
  if (clock.now() < steppedUpUntil(session, stepUpMs)) return;
  const minutes = Math.round(stepUpMs / 60_000);
  throw new Refusal(
    'STEP_UP_REQUIRED',
    `A decision needs your password, given within the last ${minutes} minutes. Confirm it (or sign in again) and send the same request again.`,
  );
}

/**
 * Takes the password again for this session. Refuses `CREDENTIALS_WRONG`, `SIGN_IN_PAUSED` after repeated failures in this
 * session, as a sign-in does, and `TOO_BUSY`.
 */
export async function stepUp(
  deps: StepUpDeps,
  { account, session }: Authenticated,
  password: string,
): Promise<{ readonly until: Instant }> {
  const tried = `${account.username}\nsession ${session.tokenHash}`;
  refuseWhilePaused(deps.attempts, tried, deps.clock.now());
  if (!(await deps.passwords.verify(account.passwordHash, password))) {
    deps.attempts.failed(tried, deps.clock.now());
    throw new Refusal('CREDENTIALS_WRONG', 'The password is wrong.');
  }
  deps.attempts.succeeded(tried);
  const steppedUpAt = deps.clock.now();
  await deps.transactions.run(({ accounts }) => accounts.markSteppedUp(session.tokenHash, steppedUpAt));
  return { until: steppedUpUntil({ ...session, steppedUpAt }, deps.stepUpMs) };
}
