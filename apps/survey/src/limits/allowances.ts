/** So many requests at once, and after that so many a second. */
export type Rate = { readonly atOnce: number; readonly perSecond: number };

/** What is left of a rate, for each of many. */
export type Allowances = {
  /** Takes one; 0 when there was one to take, else in how many seconds there will be. */
  take(key: string, now: number): number;
};

const KEPT = 50_000;

/**
 * A token bucket for each key, in memory. At most `kept` are remembered: whoever has not come for longest is
 * forgotten first, and starts anew with a full one.
 */
export function createAllowances(rate: Rate, kept = KEPT): Allowances {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    take(key, now) {
      const known = buckets.get(key) ?? { left: rate.atOnce, at: now };
      const gained = (Math.max(0, now - known.at) / 1000) * rate.perSecond;
      const left = Math.min(rate.atOnce, known.left + gained);
      const allowed = left >= 1;
      // The youngest stand at the end of a map.
      buckets.delete(key);
      buckets.set(key, { left: allowed ? left - 1 : left, at: now });
      if (buckets.size > kept) forgetOldest(buckets);
      return allowed ? 0 : Math.max(1, Math.ceil((1 - left) / rate.perSecond));
    },
  };
}

function forgetOldest(buckets: Map<string, unknown>): void {
  for (const oldest of buckets.keys()) {
    buckets.delete(oldest);
    return;
  }
}
