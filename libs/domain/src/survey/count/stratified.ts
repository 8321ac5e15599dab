import {
  ONE,
  ZERO,
  addExact,
  compareExact,
  divideExact,
  exact,
  exactFromInteger,
  formatExact,
  multiplyExact,
  subtractExact,
} from '../../exact/exact.js';
import type { RateEstimate } from './campaign-count.js';
import { INTERVAL_PLACES, Z_SQUARED, roundedOutwards } from './wilson.js';

/** The ballots about one person in one stratum, and how many people the stratum stands for. */
export type StratumRate = {
  readonly population: number;
  readonly valid: number;
  readonly satisfied: number;
};

/**
 * The mean of the strata's rates weighted by their populations, with its 95 % interval: p = sum W p_h, variance
 * sum W^2 (1 - n_h/N_h) p_h (1 - p_h) / (n_h - 1) (Cochran, Sampling Techniques, 3rd ed., eq. 5.52 and 5.57),
 * p ± 1.96 sqrt(variance), rounded outwards to four decimals within 0 to 1. Strata of nobody are left out.
 * Null where a stratum with people has fewer than two ballots: it has a rate of no known precision.
 */
export function stratifiedRate(strata: readonly StratumRate[]): RateEstimate | null {
  const peopled = strata.filter(({ population, valid }) => population > 0 || valid > 0);
  if (peopled.length === 0 || peopled.some(({ valid }) => valid < 2)) return null;
  const total = peopled.reduce((sum, { population, valid }) => sum + Math.max(population, valid), 0);
  let mean = ZERO;
  let variance = ZERO;
  for (const { population, valid, satisfied } of peopled) {
    const people = exactFromInteger(Math.max(population, valid));
    const n = exactFromInteger(valid);
    const weight = divideExact(people, exactFromInteger(total));
    const rate = exact(BigInt(satisfied), BigInt(valid));
    const sampled = divideExact(n, people);
    const spread = multiplyExact(rate, subtractExact(ONE, rate));
    const own = divideExact(multiplyExact(subtractExact(ONE, sampled), spread), exactFromInteger(valid - 1));
    mean = addExact(mean, multiplyExact(weight, rate));
    variance = addExact(variance, multiplyExact(multiplyExact(weight, weight), own));
  }
  const square = multiplyExact(Z_SQUARED, variance);
  if (compareExact(square, ZERO) < 0) throw new Error('stratified: a negative variance');
  return { rate: formatExact(mean), ...roundedOutwards(mean, square, INTERVAL_PLACES) };
}
