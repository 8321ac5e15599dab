import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '@kaoji/domain';

/**
 * Refusals that pass: somebody else was quicker, a service is away, or HR can still choose another questionnaire,
 * and a survey that had failed could no longer open.
 */
const PASSING: ReadonlySet<string> = new Set([
  'VERSION_CONFLICT',
  'DATABASE_UNAVAILABLE',
  'TEMPORAL_UNAVAILABLE',
  'SURVEY_SCALE_MISMATCH',
]);

export type ReportFault = (step: string, fault: unknown) => void;

/**
 * Lets an activity fail in words fit for a history, which keeps them for good: codes, never what a database or a
 * driver had to say about a row. A permanent refusal ends the step; everything else is tried again.
 */
export function translateFaults<A extends readonly unknown[], T>(
  step: string,
  report: ReportFault,
  work: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (fault) {
      report(step, fault);
      throw failureOf(step, fault);
    }
  };
}

function failureOf(step: string, fault: unknown): ApplicationFailure {
  if (!(fault instanceof Refusal)) return ApplicationFailure.retryable(`${step} failed`, 'FAULT');
  const { code } = fault;
  return PASSING.has(code)
    ? ApplicationFailure.retryable(code, code)
    : ApplicationFailure.nonRetryable(code, code);
}
