import { compareExact, exact, parseExact } from '../../exact/exact.js';
import type { SurveyRule } from '../../rulebook/schema/scoring.js';
import type { Stratum } from '../draw/stratum.js';

/** Valid ballots by stratum, and how many of them staff filled in for a resident. */
export type Sample = {
  readonly byStratum: Readonly<Partial<Record<Stratum, number>>>;
  readonly assisted?: number | undefined;
};

export type SampleProblem = 'too_few' | 'too_few_ordinary' | 'too_many_assisted';

/** Whether a sample yields a number, with the counts that say so; the first reason in this order where not. */
export type SampleReading = {
  readonly n: number;
  readonly ordinary: number;
  readonly assisted: number;
} & ({ readonly valid: true } | { readonly valid: false; readonly reason: SampleProblem });

/** What is wrong with so many ballots, null when nothing is. Shares are compared exactly, never rounded. */
export function sampleProblem(
  rule: SurveyRule | undefined,
  { n, ordinary, assisted }: { readonly n: number; readonly ordinary: number; readonly assisted: number },
): SampleProblem | null {
  if (n < Math.max(1, rule?.minValid ?? 1)) return 'too_few';
  if (rule === undefined) return null;
  const share = (count: number) => exact(BigInt(count), BigInt(n));
  if (compareExact(share(ordinary), parseExact(rule.minOrdinaryShare)) < 0) return 'too_few_ordinary';
  const most = rule.assistedMaxShare;
  if (most !== undefined && compareExact(share(assisted), parseExact(most)) > 0) return 'too_many_assisted';
  return null;
}

/**
 * Whether a sample is valid yet and why not: enough ballots, enough of them from ordinary residents, not too
 * many filled in by staff. A rulebook without a survey rule needs one ballot. One rule for a box that is still
 * sealed (its envelopes) and for the ballots about one person.
 */
export function sampleReading(rule: SurveyRule | undefined, sample: Sample): SampleReading {
  const n = Object.values(sample.byStratum).reduce((sum, count) => sum + count, 0);
  const counts = { n, ordinary: sample.byStratum.ordinary ?? 0, assisted: sample.assisted ?? 0 };
  const reason = sampleProblem(rule, counts);
  return reason === null ? { ...counts, valid: true } : { ...counts, valid: false, reason };
}
