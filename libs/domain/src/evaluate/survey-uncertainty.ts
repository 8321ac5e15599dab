import { parseExact, type Exact } from '../exact/exact.js';
import type { SurveyRule } from '../rulebook/schema/scoring.js';
import { wilson, type Interval } from '../survey/count/wilson.js';
import type { Decision, NeedsPeople } from './evaluation.js';
import type { SurveyReading } from './survey.js';
import type { SurveyCounts } from './unit-case.js';

/** The grade before the quota at the measured rate, and what it would be at the ends of the rate's interval. */
export type SurveyUncertainty = {
  readonly interval: Interval;
  readonly grade: string;
  readonly gradeAtLow: string;
  readonly gradeAtHigh: string;
};

function gradeText({ grade, status }: Decision): string {
  return grade ?? status;
}

/**
 * How far chance reaches into a grade, where the rulebook sends that to people (`uncertain: to_people`) and the
 * person's own grade rests on a valid survey; null otherwise. `gradeAt` gives the decision before the quota
 * for another rate. The ends are rounded outwards to four decimals, so a line written with so many is judged
 * exactly, and a person once more rather than once too seldom.
 */
export function surveyUncertainty(
  rule: SurveyRule | undefined,
  counts: SurveyCounts | undefined,
  reading: SurveyReading,
  measured: Decision,
  gradeAt: (rate: Exact) => Decision,
): SurveyUncertainty | null {
  if (rule?.uncertain !== 'to_people' || counts === undefined || !reading.valid) return null;
  if (measured.status !== 'graded' && measured.status !== 'undecided') return null;
  const interval = wilson(counts);
  if (interval === null) return null;
  return {
    interval,
    grade: gradeText(measured),
    gradeAtLow: gradeText(gradeAt(parseExact(interval.low))),
    gradeAtHigh: gradeText(gradeAt(parseExact(interval.high))),
  };
}

/** Why named people must decide about a person whose grade the engine only proposes. */
export function needsPeople(uncertainty: SurveyUncertainty | null): readonly NeedsPeople[] {
  if (uncertainty === null) return [];
  const { grade, gradeAtLow, gradeAtHigh } = uncertainty;
  return grade === gradeAtLow && grade === gradeAtHigh ? [] : ['survey_near_line'];
}
