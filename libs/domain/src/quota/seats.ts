import type { Exact } from '../exact/exact.js';
import { compareExact, exact, roundExact, subtractExact, sumExact } from '../exact/exact.js';
import type { QuotaRule } from '../rulebook/schema/quota.js';

export type SeatClaim = { readonly unit: string; readonly pool: string | null; readonly exactSeats: Exact };

function whole(value: Exact, mode: 'floor' | 'half_up' | 'ceil'): number {
  return Number(roundExact(value, 0, mode).n);
}

/** Units in code-unit order of their ids: the stated order for equal remainders. */
function byUnit(a: { readonly unit: string }, b: { readonly unit: string }): number {
  return a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0;
}

/**
 * Largest remainder over one pool: the pool has floor(sum of the exact quotas) seats; every unit first gets
 * the floor of its own, the rest go one by one to the largest fractions, equal fractions by unit id.
 */
export function largestRemainder(claims: readonly SeatClaim[]): ReadonlyMap<string, number> {
  const total = whole(sumExact(claims.map((claim) => claim.exactSeats)), 'floor');
  const shares = claims.map((claim) => {
    const floor = whole(claim.exactSeats, 'floor');
    return { unit: claim.unit, floor, fraction: subtractExact(claim.exactSeats, exact(BigInt(floor))) };
  });
  const rest = total - shares.reduce((sum, share) => sum + share.floor, 0);
  const ranked = [...shares].sort((a, b) => compareExact(b.fraction, a.fraction) || byUnit(a, b));
  return new Map(ranked.map(({ unit, floor }, position) => [unit, floor + (position < rest ? 1 : 0)]));
}

/**
 * Whole seats per unit from base x cap. Only `largest_remainder` pools: units of one `pool` share, a unit
 * without a pool stands alone (and then gets the floor).
 */
export function roundSeats(
  rounding: QuotaRule['rounding'],
  claims: readonly SeatClaim[],
): ReadonlyMap<string, number> {
  if (rounding !== 'largest_remainder') {
    return new Map(claims.map(({ unit, exactSeats }) => [unit, whole(exactSeats, rounding)]));
  }
  const pools = new Map<string, SeatClaim[]>();
  for (const claim of claims) {
    const key = claim.pool === null ? `unit ${claim.unit}` : `pool ${claim.pool}`;
    pools.set(key, [...(pools.get(key) ?? []), claim]);
  }
  return new Map([...pools.values()].flatMap((pool) => [...largestRemainder(pool)]));
}
