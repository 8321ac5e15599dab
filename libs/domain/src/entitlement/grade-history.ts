import type { CivilDate } from '../calendar/civil-date.js';

/** A year's result with where it is known from. */
export type PastGrade = {
  readonly year: number;
  readonly result: string;
  /** `own`: a recorded appraisal here; `imported`: with a document; `roster`: only stated when the roster was made. */
  readonly source: 'own' | 'imported' | 'roster';
  /** The appraisal, or the reference of the document. */
  readonly reference: string | null;
  /** When it was proven; the last day of the year where nobody knows better. */
  readonly provenOn: CivilDate;
};
export type Disagreement = { readonly year: number; readonly results: readonly PastGrade[] };

/**
 * One history out of several sources, oldest year first. Where two sources say different things of one year
 * nothing is chosen: the year is among the disagreements and not in the history.
 */
export function mergeGrades(grades: readonly PastGrade[]): {
  readonly history: readonly PastGrade[];
  readonly disagreements: readonly Disagreement[];
} {
  const years = [...new Set(grades.map(({ year }) => year))].sort((a, b) => a - b);
  const byYear = years.map((year) => ({ year, results: inOrder(grades.filter((one) => one.year === year)) }));
  const agreed = (results: readonly PastGrade[]): boolean => new Set(results.map((r) => r.result)).size === 1;
  return {
    history: byYear.flatMap(({ results }) => (agreed(results) ? results.slice(0, 1) : [])),
    disagreements: byYear.filter(({ results }) => !agreed(results)),
  };
}

const RANK = ['own', 'imported', 'roster'] as const;
const inOrder = (grades: readonly PastGrade[]): readonly PastGrade[] =>
  [...grades].sort(
    (a, b) => RANK.indexOf(a.source) - RANK.indexOf(b.source) || (a.result < b.result ? -1 : 1),
  );

/** The years whose result proves a failure: not what a roster merely states. */
export function provenFailures(history: readonly PastGrade[], worst: string): readonly PastGrade[] {
  return history.filter(({ result, source }) => result === worst && source !== 'roster');
}
