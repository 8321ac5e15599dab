import { addExact, divideExact, exactFromInteger, minExact, type Exact } from '../../exact/exact.js';
import { applyRounding } from '../score-dimension.js';
import type { Score } from '../score.js';
import { bindPlan, type BoundDimension, type BoundPlan } from './bound-plan.js';
import type { Columns } from './columns.js';
import {
  FOR_PEOPLE,
  NO_NUMBER,
  copyNumber,
  exactAt,
  isNumber,
  numberColumn,
  setExact,
  type NumberColumn,
} from './number-column.js';
import { NOTHING, NUMBER, TOO_WIDE, addWeighted, finishSum, startSum } from './safe-sum.js';
import { roundCells, scoreDimensionCells, scratch, type RowInput, type Scratch } from './score-cells.js';
import { combineDimensionsExactly, scoreDimensionExactly } from './score-row-exactly.js';
import type { CompiledScoring } from './scoring-plan.js';

/** Scores per person: the composite (rounded where the rulebook says so) and each dimension. */
export type ColumnScores = {
  readonly composite: NumberColumn;
  readonly dimensions: readonly NumberColumn[];
  readonly bound: BoundPlan;
};

type RowScores = { readonly sum: NumberColumn; readonly dimensions: readonly NumberColumn[] };

function put(column: NumberColumn, at: number, score: Score): void {
  if (score.kind === 'number') setExact(column, at, score.value);
  else column.d[at] = score.kind === 'none' ? NO_NUMBER : FOR_PEOPLE;
}

function putCells(column: NumberColumn, at: number, status: number, cells: Float64Array): void {
  if (status === NUMBER) {
    column.n[at] = cells[0] ?? 0;
    column.d[at] = cells[1] ?? 1;
  } else column.d[at] = status === NOTHING ? NO_NUMBER : FOR_PEOPLE;
}

function scoreRowExactly(
  dimensions: readonly BoundDimension[],
  columns: Columns,
  row: number,
  person: number,
  input: RowInput,
  out: RowScores,
): void {
  const scores = dimensions.map((dimension, at) =>
    scoreDimensionExactly(dimension, columns.points[at] ?? null, row, person, input),
  );
  for (const [at, score] of scores.entries()) {
    const column = out.dimensions[at];
    if (column !== undefined) put(column, row, score);
  }
  put(out.sum, row, combineDimensionsExactly(dimensions, scores));
}

/** False when the row left the safe range and must be scored in rationals. */
function scoreRow(
  dimensions: readonly BoundDimension[],
  columns: Columns,
  row: number,
  person: number,
  input: RowInput,
  cells: Scratch,
  out: RowScores,
): boolean {
  let people = false;
  startSum(cells.total);
  for (let at = 0; at < dimensions.length; at += 1) {
    const dimension = dimensions[at];
    const column = out.dimensions[at];
    if (dimension === undefined || column === undefined) continue;
    const status = scoreDimensionCells(dimension, columns.points[at] ?? null, row, person, input, cells);
    if (status === TOO_WIDE) return false;
    putCells(column, row, status, cells.dimension);
    const { missing } = dimension.plan.dimension;
    if (status === NUMBER) {
      addWeighted(cells.total, dimension.plan.weight, cells.dimension[0] ?? 0, cells.dimension[1] ?? 1);
    } else if (status !== NOTHING || missing === 'to_people') people = true;
    else if (missing === 'zero') addWeighted(cells.total, dimension.plan.weight, 0, 1);
  }
  if (people) {
    out.sum.d[row] = FOR_PEOPLE;
    return true;
  }
  const status = finishSum(cells.total, input.limit);
  if (status === TOO_WIDE) return false;
  putCells(out.sum, row, status, cells.total);
  return true;
}

function combineTwo(
  combine: 'mean' | 'lower' | 'to_people',
  rows: NumberColumn,
  first: number,
  second: number,
  to: NumberColumn,
  place: number,
): void {
  if (combine === 'to_people') {
    to.d[place] = FOR_PEOPLE;
    return;
  }
  const silent = [first, second].find((row) => !isNumber(rows, row));
  if (silent !== undefined) {
    to.d[place] = rows.d[silent] ?? NO_NUMBER;
    return;
  }
  const a = exactAt(rows, first) as Exact;
  const b = exactAt(rows, second) as Exact;
  setExact(
    to,
    place,
    combine === 'lower' ? minExact(a, b) : divideExact(addExact(a, b), exactFromInteger(2)),
  );
}

/** One value per person from one per row: second posts are combined by the rulebook's rule. */
function perPerson(compiled: CompiledScoring, columns: Columns, rows: NumberColumn): NumberColumn {
  const people = columns.ids.length;
  if (columns.rowPost.length === people) return rows;
  const { combine } = compiled.rulebook.dualPosts;
  const all = numberColumn(people);
  for (let person = 0; person < people; person += 1) {
    const second = columns.secondRow[person] ?? -1;
    if (second < 0) copyNumber(rows, person, all, person);
    else combineTwo(combine, rows, person, second, all, person);
  }
  return all;
}

function roundComposite(compiled: CompiledScoring, sums: NumberColumn, limit: number): NumberColumn {
  const rounding = compiled.rulebook.compositeRounding;
  if (rounding === 'none') return sums;
  const rounded = numberColumn(sums.d.length);
  const cells = new Float64Array(3);
  for (let at = 0; at < sums.d.length; at += 1) {
    cells[0] = sums.n[at] ?? 0;
    cells[1] = sums.d[at] ?? 0;
    if (cells[1] > 0 && roundCells(cells, rounding, limit) === NUMBER) putCells(rounded, at, NUMBER, cells);
    else if (isNumber(sums, at)) setExact(rounded, at, applyRounding(exactAt(sums, at) as Exact, rounding));
    else copyNumber(sums, at, rounded, at);
  }
  return rounded;
}

/**
 * Scores every row in safe integers over common denominators; a row whose numbers pass `limit` is scored in
 * rationals instead, with the same result.
 */
export function scoreRows(compiled: CompiledScoring, columns: Columns, limit: number): ColumnScores {
  const bound = bindPlan(compiled, columns);
  const rows = columns.rowPost.length;
  const people = columns.ids.length;
  const out: RowScores = {
    sum: numberColumn(rows),
    dimensions: compiled.rulebook.dimensions.map(() => numberColumn(rows)),
  };
  const input: RowInput = { survey: columns.survey, rule: bound.survey, limit };
  const owner = new Map<number, number>();
  for (let person = 0; person < people; person += 1) {
    const second = columns.secondRow[person] ?? -1;
    if (second >= 0) owner.set(second, person);
  }
  const cells = scratch();
  for (let row = 0; row < rows; row += 1) {
    const person = row < people ? row : (owner.get(row) ?? 0);
    const dimensions = bound.posts[columns.rowPost[row] ?? 0] ?? [];
    if (!scoreRow(dimensions, columns, row, person, input, cells, out)) {
      scoreRowExactly(dimensions, columns, row, person, input, out);
    }
  }
  return {
    bound,
    composite: roundComposite(compiled, perPerson(compiled, columns, out.sum), limit),
    dimensions: out.dimensions.map((column) => perPerson(compiled, columns, column)),
  };
}
