import type { Stratum, SurveyTally } from '../ports/records.js';
import { openAnswer } from './sealed-answer.js';

/** The rulebook's reading of a ballot: answers 1 to `scaleMax` are valid, `satisfiedFrom` and better satisfied. */
export type TallyRule = {
  readonly satisfiedFrom: number;
  readonly scaleMax: number;
  /** How many links of the campaign were given out. */
  readonly issued: number;
};

/**
 * Counts a closed campaign's envelopes, one row per appraisee in the order asked for. A ballot is valid for
 * the people it gives a whole number on the scale, and for nobody else; one that cannot be read is an invalid
 * ballot: issued, valid for nobody. Pure; never throws for what an envelope holds.
 */
export function tallyEnvelopes(
  rule: TallyRule,
  envelopes: readonly { readonly payload: string; readonly stratum: Stratum }[],
  appraisalIds: readonly string[],
): readonly Omit<SurveyTally, 'campaignId'>[] {
  const counts = new Map(appraisalIds.map((id) => [id, { valid: 0, satisfied: 0, ordinary: 0 }]));
  for (const envelope of envelopes) {
    for (const [appraisalId, answer] of openAnswer(envelope.payload)?.workers ?? []) {
      const count = counts.get(appraisalId);
      if (count === undefined || !isValid(answer, rule.scaleMax)) continue;
      count.valid += 1;
      if (answer >= rule.satisfiedFrom) count.satisfied += 1;
      if (envelope.stratum === 'ordinary') count.ordinary += 1;
    }
  }
  return [...counts].map(([appraisalId, count]) => ({ appraisalId, issued: rule.issued, ...count }));
}

function isValid(answer: unknown, scaleMax: number): answer is number {
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= scaleMax;
}
