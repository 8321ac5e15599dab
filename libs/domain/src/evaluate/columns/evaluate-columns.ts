import type { ExactText } from '../../derivation/node.js';
import { formatExact } from '../../exact/exact.js';
import type { LineReason, QuotaSheet, ResultStatus } from '../evaluation.js';
import { STATUSES, decideRows } from './decide-rows.js';
import type { Columns } from './columns.js';
import { SAFE, exactAt, type NumberColumn } from './number-column.js';
import { scoreRows } from './score-rows.js';
import type { CompiledScoring } from './scoring-plan.js';
import { seatRows } from './seat-rows.js';

/** What a year of columns came to. People are numbered as in the columns. */
export type ColumnEvaluation = {
  readonly statusOf: (person: number) => ResultStatus;
  readonly provisionalOf: (person: number) => string | null;
  readonly gradeOf: (person: number) => string | null;
  readonly compositeOf: (person: number) => ExactText | null;
  readonly dimensionOf: (person: number, dimension: number) => ExactText | null;
  /** Final grades as indices into the rulebook's grades, -1 without one. */
  readonly grades: Int8Array;
  readonly quota: readonly QuotaSheet[];
  readonly lines: ReadonlyMap<string, LineReason>;
};

export type ColumnOptions = {
  /** Whole numbers above this are taken up in rationals; lower it to send rows that way. */
  readonly safeLimit?: number;
};

function textAt(column: NumberColumn | undefined, person: number): ExactText | null {
  const value = column === undefined ? null : exactAt(column, person);
  return value === null ? null : formatExact(value);
}

/**
 * Scores, grades and seats of a whole year at once, without derivations, consequences or flags: the way for
 * statistics and what-if questions over 100,000 people. Grades, scores, sheets and reasons are exactly those
 * of `evaluateUnit`.
 */
export function evaluateColumns(
  compiled: CompiledScoring,
  columns: Columns,
  options: ColumnOptions = {},
): ColumnEvaluation {
  const scores = scoreRows(compiled, columns, Math.min(SAFE, options.safeLimit ?? SAFE));
  const reader = { compiled, columns, scores };
  const decided = decideRows(reader);
  const quota = seatRows(reader, decided);
  const codes = compiled.rulebook.grades.map(({ code }) => code);
  const grades = decided.grade.slice();
  const status = decided.status.slice();
  for (let person = 0; person < columns.ids.length; person += 1) {
    if ((decided.grade[person] ?? -1) < 0) continue;
    const outcome = quota.outcomes.get(columns.ids[person] ?? '');
    if (outcome === undefined || outcome.kind === 'seat') continue;
    if (outcome.kind === 'to_people') {
      grades[person] = -1;
      status[person] = STATUSES.indexOf('undecided');
    } else grades[person] = codes.indexOf(outcome.grade);
  }
  return {
    statusOf: (person) => STATUSES[status[person] ?? 0] ?? 'graded',
    provisionalOf: (person) => codes[decided.grade[person] ?? -1] ?? null,
    gradeOf: (person) => codes[grades[person] ?? -1] ?? null,
    compositeOf: (person) => textAt(scores.composite, person),
    dimensionOf: (person, dimension) => textAt(scores.dimensions[dimension], person),
    grades,
    quota: quota.sheets,
    lines: quota.lines,
  };
}
