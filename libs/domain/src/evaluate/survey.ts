import type { Exact } from '../exact/exact.js';
import { compareExact, exact, multiplyExact, subtractExact } from '../exact/exact.js';
import type { SurveyRule } from '../rulebook/schema/scoring.js';
import { sampleProblem, type SampleProblem } from '../survey/count/sample-reading.js';
import { Z_SQUARED, populationFactor, type RateCounts } from '../survey/count/wilson.js';
import type { SurveyCounts } from './unit-case.js';

/** Why a survey yields no number, or its exact share of satisfied ballots (0 to 1). */
export type SurveyReading =
  | { readonly valid: true; readonly rate: Exact }
  | { readonly valid: false; readonly reason: 'no_survey' | SampleProblem };

/**
 * Satisfied over valid ballots, exact. Where the ballots about this person are no valid sample (as
 * `sampleReading` says), there is no number at all.
 */
export function readSurvey(rule: SurveyRule | undefined, counts: SurveyCounts | undefined): SurveyReading {
  if (counts === undefined) return { valid: false, reason: 'no_survey' };
  const { valid, satisfied, ordinary, assisted = 0 } = counts;
  const reason = sampleProblem(rule, { n: valid, ordinary, assisted });
  return reason === null
    ? { valid: true, rate: exact(BigInt(satisfied), BigInt(valid)) }
    : { valid: false, reason };
}

/**
 * Whether the Wilson interval (95 %, finite population correction where `population` is given) of the survey's
 * rate holds `line` (0 to 1), so that chance alone could have put the rate on its other side. Exact: the
 * interval's ends solve n(p - line)^2 = z^2 f line(1 - line), so no root is needed. A line of 0 or 1 is never
 * held; where everybody answered, only a line the rate lies on is.
 */
export function intervalHolds(counts: RateCounts, line: Exact): boolean {
  const { satisfied, valid, population } = counts;
  if (valid === 0 || line.n <= 0n || line.n >= line.d) return false;
  const distance = subtractExact(exact(BigInt(satisfied), BigInt(valid)), line);
  const left = multiplyExact(exact(BigInt(valid)), multiplyExact(distance, distance));
  const chance = multiplyExact(Z_SQUARED, populationFactor(valid, population));
  const right = multiplyExact(chance, multiplyExact(line, subtractExact(exact(1n), line)));
  return compareExact(left, right) <= 0;
}
