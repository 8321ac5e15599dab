import type { Exact } from '../exact/exact.js';
import { compareExact, exact, multiplyExact, parseExact, subtractExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { SurveyCounts } from './unit-case.js';

export type SurveyRule = NonNullable<Rulebook['survey']>;

/** Why a survey yields no number, or its exact share of satisfied ballots (0 to 1). */
export type SurveyReading =
  | { readonly valid: true; readonly rate: Exact }
  | { readonly valid: false; readonly reason: 'no_survey' | 'too_few' | 'too_few_ordinary' };

/**
 * Satisfied over valid ballots, exact. Below the minimum count, or the minimum share of ordinary residents
 * among the valid ballots, there is no number at all. A rulebook without a survey rule needs one valid ballot.
 */
export function readSurvey(rule: SurveyRule | undefined, counts: SurveyCounts | undefined): SurveyReading {
  if (counts === undefined) return { valid: false, reason: 'no_survey' };
  if (counts.valid < Math.max(1, rule?.minValid ?? 1)) return { valid: false, reason: 'too_few' };
  const ordinary = exact(BigInt(counts.ordinary), BigInt(counts.valid));
  if (rule !== undefined && compareExact(ordinary, parseExact(rule.minOrdinaryShare)) < 0) {
    return { valid: false, reason: 'too_few_ordinary' };
  }
  return { valid: true, rate: exact(BigInt(counts.satisfied), BigInt(counts.valid)) };
}

// 1.96 squared: the usual 95 % interval.
const Z_SQUARED = exact(38416n, 10000n);

/**
 * Whether the Wilson interval (95 %) of the survey's rate holds `line` (0 to 1), so that chance alone could
 * have put the rate on its other side. Exact: the interval's ends solve n(p - line)^2 = z^2 line(1 - line),
 * so no root is needed. A line of 0 or 1 is never held.
 */
export function intervalHolds(counts: SurveyCounts, line: Exact): boolean {
  if (counts.valid === 0 || line.n <= 0n || line.n >= line.d) return false;
  const distance = subtractExact(exact(BigInt(counts.satisfied), BigInt(counts.valid)), line);
  const left = multiplyExact(exact(BigInt(counts.valid)), multiplyExact(distance, distance));
  const right = multiplyExact(Z_SQUARED, multiplyExact(line, subtractExact(exact(1n), line)));
  return compareExact(left, right) <= 0;
}
