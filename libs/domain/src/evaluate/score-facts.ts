import { formatExact } from '../exact/exact.js';
import type { CompositeScore } from './composite.js';
import type { Facts, FactValue } from './facts.js';
import type { SurveyReading } from './survey.js';
import type { SurveyCounts } from './unit-case.js';

/**
 * The person's facts with what scoring made known, each absent while it is not: `composite`,
 * `score.<dimension>`, `survey_valid_count`, `survey_is_valid` (a survey was held) and `satisfaction_rate`
 * (0 to 1, exact; only when the sample is valid).
 */
export function withScores(
  facts: Facts,
  scores: CompositeScore,
  survey: SurveyCounts | undefined,
  reading: SurveyReading,
): Facts {
  const all = new Map<string, FactValue>(facts);
  if (scores.composite.kind === 'number') all.set('composite', formatExact(scores.composite.value));
  for (const [dimension, score] of Object.entries(scores.dimensions)) {
    if (score.kind === 'number') all.set(`score.${dimension}`, formatExact(score.value));
  }
  if (survey !== undefined) {
    all.set('survey_valid_count', String(survey.valid));
    all.set('survey_is_valid', reading.valid);
    if (reading.valid) all.set('satisfaction_rate', formatExact(reading.rate));
  }
  return all;
}
