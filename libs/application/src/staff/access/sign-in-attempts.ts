import { Refusal } from '@kaoji/domain';
import type { Instant } from '../../ports/records.js';

const FREE_FAILURES = 5;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Old failures are forgotten, so that the memory of them stays small. */
const REMEMBERED = 10_000;

/** How long a name is paused where they happened, after so many failures in a row: nothing for five, then doubling up to 15 minutes. */
export function pauseAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(failures - FREE_FAILURES, 20));
}

export type SignInAttempts = {
  /** How many ms this name still has to wait; 0: may try. */
  waitFor(name: string, now: Instant): number;
  failed(name: string, now: Instant): void;
  succeeded(name: string): void;
};

/**
 * Failures per user name and where they came from, of known names or not (else the pause would tell which names exist), in
 * this process.
 * Behind several processes each counts for itself: the pause is then met later, never skipped.
 */
export function createSignInAttempts(): SignInAttempts {
  const failures = new Map<string, { count: number; until: Instant }>();
  return {
    waitFor: (name, now) => Math.max(0, (failures.get(name)?.until ?? 0) - now),
    failed(name, now) {
      const count = (failures.get(name)?.count ?? 0) + 1;
      failures.delete(name);
      failures.set(name, { count, until: now + pauseAfter(count) });
      const oldest = failures.keys().next().value;
      if (failures.size > REMEMBERED && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (name) => void failures.delete(name),
  };
}

/** Refuses `SIGN_IN_PAUSED` with `retryAfterMs` while this name has to wait. */
export function refuseWhilePaused(attempts: SignInAttempts, name: string, now: Instant): void {
  const waitMs = attempts.waitFor(name, now);
  if (waitMs <= 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new Refusal('SIGN_IN_PAUSED', `Too many attempts. Try again in ${seconds} s.`, {
    retryAfterMs: waitMs,
  });
}
