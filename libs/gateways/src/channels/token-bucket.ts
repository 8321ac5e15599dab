import type { Clock } from '@kaoji/application';

/** Books a place and says how many milliseconds to wait for it. */
export type TokenBucket = { take(): number };

/**
 * At most so many a second over time, `burst` of them at once. Places are booked in the order of asking, so that
 * many waiting together keep the rate as well as one.
 */
export function createTokenBucket(
  clock: Clock,
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
): TokenBucket {
  if (!(perSecond > 0) || !(burst >= 1)) throw new RangeError('a bucket lets something through');
  const intervalMs = 1000 / perSecond;
  let nextPlace = Number.NEGATIVE_INFINITY; // when the bucket would be full again
  return {
    take() {
      const now = clock.now();
      nextPlace = Math.max(nextPlace, now) + intervalMs;
      return Math.max(0, Math.ceil(nextPlace - burst * intervalMs - now));
    },
  };
}
