import type { CountFlags } from './campaign-count.js';

/** Scale answers a ballot must have before giving the same to all of them says anything. */
export const STRAIGHT_FROM = 5;
/** Half of such ballots, at least 10 of them. */
const STRAIGHT = { atLeast: 10, inHundred: 50 } as const;
/** A tenth of the answers whose time is known, at least 5 of them. */
const SPEEDING = { atLeast: 5, inHundred: 10 } as const;
/** At least 20 answers and more than 4 times the mean of the other hours with answers; of 3 such hours or more. */
const BURST = { atLeast: 20, times: 4, otherHours: 3 } as const;

/** How many came, by hour of a day (`h00`…`h23`) or by how long the page was open (`under_15s` and so on). */
export type PaceCount = { readonly day: string; readonly bucket: string; readonly count: number };

function raised(
  rule: { readonly atLeast: number; readonly inHundred: number },
  count: number,
  of: number,
): boolean {
  return count >= rule.atLeast && count * 100 >= of * rule.inHundred;
}

function speeding(pace: readonly PaceCount[]): CountFlags['speeding'] {
  const sum = (buckets: readonly string[]) =>
    pace.filter(({ bucket }) => buckets.includes(bucket)).reduce((total, { count }) => total + count, 0);
  const count = sum(['under_15s']);
  const of = sum(['under_15s', 'under_60s', 'over_60s']);
  return { of, count, raised: raised(SPEEDING, count, of) };
}

function bursts(pace: readonly PaceCount[]): CountFlags['bursts'] {
  const hours = new Map<string, { day: string; hour: number; count: number }>();
  for (const { day, bucket, count } of pace) {
    const hour = /^h([01]\d|2[0-3])$/.exec(bucket)?.[1];
    if (hour === undefined || count <= 0) continue;
    const key = `${day} ${hour}`;
    hours.set(key, { day, hour: Number(hour), count: (hours.get(key)?.count ?? 0) + count });
  }
  const total = [...hours.values()].reduce((sum, { count }) => sum + count, 0);
  const others = hours.size - 1;
  return [...hours]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
    .filter(
      ({ count }) =>
        others >= BURST.otherHours &&
        count >= BURST.atLeast &&
        count * others > BURST.times * (total - count),
    );
}

/** What the numbers should make a person look at. The limits are the constants above; see docs/survey-count.md. */
export function countFlags(
  ballots: { readonly of: number; readonly straight: number },
  pace: readonly PaceCount[],
): CountFlags {
  const { of, straight } = ballots;
  return {
    straightLining: { of, count: straight, raised: raised(STRAIGHT, straight, of) },
    speeding: speeding(pace),
    bursts: bursts(pace),
  };
}
