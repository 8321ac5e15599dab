import type { Rounding } from '../../rulebook/schema/scoring.js';
import type { BoundDimension, BoundPart, BoundSlot, BoundSurvey } from './bound-plan.js';
import type { PointColumns, SurveyColumns } from './columns.js';
import {
  NOTHING,
  NUMBER,
  PEOPLE,
  TOO_WIDE,
  addWeighted,
  finishSum,
  startSum,
  type Cells,
} from './safe-sum.js';

/** Scratch cells, one set per level, so that the inner loop allocates nothing. */
export type Scratch = {
  readonly part: Cells;
  readonly dimension: Cells;
  readonly total: Cells;
  readonly mark: Cells;
};

export function scratch(): Scratch {
  const cells = () => new Float64Array(3);
  return { part: cells(), dimension: cells(), total: cells(), mark: cells() };
}

function sumWithoutEnds(
  marks: Int32Array,
  from: number,
  to: number,
  lowest: number,
  highest: number,
): number {
  if (lowest <= 1 && highest <= 1) {
    let sum = 0;
    let least = Infinity;
    let most = -Infinity;
    for (let at = from; at < to; at += 1) {
      const mark = marks[at] ?? 0;
      sum += mark;
      if (mark < least) least = mark;
      if (mark > most) most = mark;
    }
    return sum - (lowest === 1 ? least : 0) - (highest === 1 ? most : 0);
  }
  const sorted = marks.slice(from, to).sort();
  let sum = 0;
  for (let at = lowest; at < sorted.length - highest; at += 1) sum += sorted[at] ?? 0;
  return sum;
}

/** The trimmed sum of a row's marks and how many were kept, in `mark` cells; false when there is no score. */
function readSlot(slot: BoundSlot, row: number, mark: Cells): boolean {
  const { marks, offsets } = slot;
  const from = offsets[row] ?? 0;
  const to = offsets[row + 1] ?? 0;
  const count = to - from;
  if (count === 0 || count < slot.minCount) return false;
  if (count > slot.whenMoreThan && slot.dropLowest + slot.dropHighest > 0) {
    const kept = count - slot.dropLowest - slot.dropHighest;
    if (kept <= 0) return false;
    mark[0] = sumWithoutEnds(marks, from, to, slot.dropLowest, slot.dropHighest);
    mark[1] = kept;
    return true;
  }
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += marks[at] ?? 0;
  mark[0] = sum;
  mark[1] = count;
  return true;
}

function scoreMarks(part: BoundPart, row: number, cells: Scratch, limit: number): number {
  const { slots } = part;
  startSum(cells.part);
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at];
    if (slot === undefined) continue;
    if (readSlot(slot, row, cells.mark)) {
      addWeighted(cells.part, slot.weight, (cells.mark[0] ?? 0) * slot.times, cells.mark[1] ?? 1);
    } else if (slot.missing === 'to_people') return PEOPLE;
    else if (slot.missing === 'zero') addWeighted(cells.part, slot.weight, 0, 1);
  }
  return finishSum(cells.part, limit, part.factorN, part.factorD);
}

/** Whether the person's survey is valid. */
export function surveyIsValid(survey: SurveyColumns, person: number, rule: BoundSurvey): boolean {
  const valid = survey.valid[person] ?? -1;
  return (
    valid >= rule.minValid &&
    (survey.ordinary[person] ?? 0) * rule.ordinaryD >= rule.ordinaryN * valid &&
    (survey.assisted[person] ?? 0) * rule.assistedD <= rule.assistedN * valid
  );
}

function scoreSurvey(
  part: BoundPart,
  row: number,
  person: number,
  survey: SurveyColumns | null,
  rule: BoundSurvey,
  cells: Scratch,
  limit: number,
): number {
  if (survey !== null && surveyIsValid(survey, person, rule)) {
    cells.part[0] = (survey.satisfied[person] ?? 0) * 100;
    cells.part[1] = survey.valid[person] ?? 1;
    return NUMBER;
  }
  const status = scoreMarks(part, row, cells, limit);
  const held = survey !== null && (survey.valid[person] ?? -1) >= 0;
  return status === NOTHING && held ? PEOPLE : status;
}

/** Rounds the non-negative number in the cells; too wide when the digits asked for do not fit. */
export function roundCells(cells: Cells, rounding: Rounding, limit: number): number {
  if (rounding === 'none') return NUMBER;
  const d = cells[1] ?? 1;
  const scale = 10 ** rounding.places;
  const n = (cells[0] ?? 0) * scale;
  if (n > limit || 2 * d > limit) return TOO_WIDE;
  const rest = n % d;
  const below = (n - rest) / d;
  const { mode } = rounding;
  const tie = 2 * rest - d;
  const up =
    mode === 'ceil'
      ? rest > 0
      : mode === 'half_up'
        ? tie >= 0
        : mode === 'half_even' && (tie > 0 || (tie === 0 && below % 2 === 1));
  cells[0] = up ? below + 1 : below;
  cells[1] = scale;
  return NUMBER;
}

function addPoints(
  cells: Cells,
  points: PointColumns | null,
  person: number,
  scale: number,
  limit: number,
): number {
  const bonus = points?.bonus[person] ?? -1;
  if (points === null || bonus < 0) return NUMBER;
  const d = cells[1] ?? 1;
  const n = (cells[0] ?? 0) * scale + d * bonus;
  const less = d * (points.deduction[person] ?? 0);
  const wide = d * scale * 100;
  if (n > limit || less > limit || wide > limit) return TOO_WIDE;
  cells[0] = Math.min(wide, Math.max(0, n - less));
  cells[1] = d * scale;
  return NUMBER;
}

export type RowInput = {
  readonly survey: SurveyColumns | null;
  readonly rule: BoundSurvey;
  readonly limit: number;
};

/** One dimension of one row into `cells.dimension`. */
export function scoreDimensionCells(
  dimension: BoundDimension,
  points: PointColumns | null,
  row: number,
  person: number,
  input: RowInput,
  cells: Scratch,
): number {
  const { parts, plan } = dimension;
  const { limit } = input;
  startSum(cells.dimension);
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) continue;
    const status = part.plan.survey
      ? scoreSurvey(part, row, person, input.survey, input.rule, cells, limit)
      : scoreMarks(part, row, cells, limit);
    if (status === NUMBER) addWeighted(cells.dimension, part.weight, cells.part[0] ?? 0, cells.part[1] ?? 1);
    else if (status !== NOTHING) return status;
    else if (part.missing === 'to_people') return PEOPLE;
    else if (part.missing === 'zero') addWeighted(cells.dimension, part.weight, 0, 1);
  }
  const status = finishSum(cells.dimension, limit);
  if (status !== NUMBER) return status;
  const added = addPoints(cells.dimension, points, person, plan.pointScale, limit);
  if (added !== NUMBER) return added;
  return roundCells(cells.dimension, plan.dimension.rounding, limit);
}
