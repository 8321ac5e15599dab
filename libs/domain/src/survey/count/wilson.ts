import type { ExactText } from '../../derivation/node.js';
import {
  ONE,
  ZERO,
  addExact,
  clampExact,
  divideExact,
  exact,
  formatExact,
  multiplyExact,
  roundExact,
  subtractExact,
  type Exact,
} from '../../exact/exact.js';

/** Satisfied among valid ballots, and how many people could have been asked; null or absent: not known. */
export type RateCounts = {
  readonly satisfied: number;
  readonly valid: number;
  readonly population?: number | null | undefined;
};

/** Both ends of an interval, 0 to 1, as decimals. */
export type Interval = { readonly low: ExactText; readonly high: ExactText };

/** 1.96: the usual 95 % interval. */
export const Z: Exact = exact(196n, 100n);
export const Z_SQUARED: Exact = multiplyExact(Z, Z);

/** Decimals of every interval the count and the engine state: one in ten thousand. */
export const INTERVAL_PLACES = 4;

/**
 * The finite population correction of a variance, (N - n) / (N - 1) (Cochran, Sampling Techniques, 3rd ed.,
 * theorem 3.2): 1 where the population is not known, 0 where everybody answered.
 */
export function populationFactor(valid: number, population: number | null | undefined): Exact {
  if (population === null || population === undefined) return ONE;
  if (population <= valid || population <= 1) return ZERO;
  return exact(BigInt(population - valid), BigInt(population - 1));
}

/** The whole part of a square root. */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** Bounds of a square root that are equal, or `1 / (d 10^digits)` apart. */
function rootBounds({ n, d }: Exact, digits: number): readonly [Exact, Exact] {
  const scale = 10n ** BigInt(digits);
  const square = n * d * scale * scale;
  const root = integerRoot(square);
  const below = exact(root, d * scale);
  return root * root === square ? [below, below] : [below, exact(root + 1n, d * scale)];
}

/** `centre - sqrt(square)` rounded down and `centre + sqrt(square)` rounded up, exactly, within 0 to 1. */
export function roundedOutwards(centre: Exact, square: Exact, places: number): Interval {
  for (let digits = places + 10; ; digits *= 2) {
    const roots = rootBounds(square, digits);
    const lows = roots.map((root) => roundExact(subtractExact(centre, root), places, 'floor'));
    const highs = roots.map((root) => roundExact(addExact(centre, root), places, 'ceil'));
    const [low = ZERO, lowToo = low] = lows;
    const [high = ONE, highToo = high] = highs;
    // A root that is not a fraction is never a decimal: with enough digits both bounds round to the same.
    if (low.n === lowToo.n && low.d === lowToo.d && high.n === highToo.n && high.d === highToo.d) {
      return { low: formatExact(clampExact(low, ZERO, ONE)), high: formatExact(clampExact(high, ZERO, ONE)) };
    }
  }
}

/**
 * The 95 % Wilson score interval of a rate, with the finite population correction where the population is
 * known: the rates p that solve n (s/n - p)^2 <= 1.96^2 f p (1 - p). Both ends are exact and rounded outwards
 * to `places` decimals, so no rate inside is ever left out; null where there is no valid ballot.
 */
export function wilson(counts: RateCounts, places: number = INTERVAL_PLACES): Interval | null {
  const { satisfied, valid, population } = counts;
  if (valid === 0) return null;
  const n = exact(BigInt(valid));
  const s = exact(BigInt(satisfied));
  const c = multiplyExact(Z_SQUARED, populationFactor(valid, population));
  const two = exact(2n);
  const half = divideExact(ONE, multiplyExact(two, addExact(n, c)));
  const centre = multiplyExact(addExact(multiplyExact(two, s), c), half);
  const spread = divideExact(multiplyExact(exact(4n), multiplyExact(s, subtractExact(n, s))), n);
  const square = multiplyExact(multiplyExact(c, addExact(c, spread)), multiplyExact(half, half));
  return roundedOutwards(centre, square, places);
}
