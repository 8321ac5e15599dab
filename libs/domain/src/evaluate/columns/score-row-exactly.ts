import {
  ZERO,
  HUNDRED,
  addExact,
  clampExact,
  exact,
  exactFromInteger,
  multiplyExact,
  divideExact,
  subtractExact,
} from '../../exact/exact.js';
import { applyRounding } from '../score-dimension.js';
import { trimmedMean } from '../score-role.js';
import { NO_SCORE, combineWeighted, mapScore, numberScore, type MissingRule, type Score } from '../score.js';
import type { BoundDimension, BoundPart, BoundSlot } from './bound-plan.js';
import type { PointColumns } from './columns.js';
import { surveyIsValid, type RowInput } from './score-cells.js';

const TO_PEOPLE: Score = { kind: 'to_people', rule: '', clause: null, why: { zh: '', en: '' } };
const UNNAMED = { rule: '', clause: null, title: { zh: '', en: '' } };

function combine(
  items: readonly { readonly weight: number; readonly score: Score; readonly missing: MissingRule }[],
): Score {
  return combineWeighted(
    items.map((item) => ({ ...UNNAMED, ...item, weight: exactFromInteger(item.weight) })),
  );
}

function scoreSlot(slot: BoundSlot, scale: number, row: number): Score {
  const marks = [...slot.marks.subarray(slot.offsets[row] ?? 0, slot.offsets[row + 1] ?? 0)].sort(
    (a, b) => a - b,
  );
  if (marks.length < slot.minCount) return NO_SCORE;
  const trims = marks.length > slot.whenMoreThan;
  const mean = trimmedMean(
    marks.map(exactFromInteger),
    trims ? slot.dropLowest : 0,
    trims ? slot.dropHighest : 0,
  );
  return mapScore(mean, (value) => multiplyExact(value, exact(BigInt(slot.times), BigInt(scale))));
}

function scoreMarks(part: BoundPart, row: number): Score {
  const mean = combine(
    part.slots.map((slot) => ({
      weight: slot.weight,
      missing: slot.missing,
      score: scoreSlot(slot, part.scale, row),
    })),
  );
  return mapScore(mean, (value) => divideExact(multiplyExact(value, HUNDRED), part.plan.max));
}

function scorePart(part: BoundPart, row: number, person: number, { survey, rule }: RowInput): Score {
  if (!part.plan.survey) return scoreMarks(part, row);
  const valid = survey?.valid[person] ?? -1;
  if (survey !== null && surveyIsValid(survey, person, rule)) {
    return numberScore(exact(100n * BigInt(survey.satisfied[person] ?? 0), BigInt(valid)));
  }
  const standIn = scoreMarks(part, row);
  return standIn.kind === 'none' && valid >= 0 ? TO_PEOPLE : standIn;
}

/** One dimension of one row in rationals: the way taken when whole numbers leave the safe range. */
export function scoreDimensionExactly(
  { plan, parts }: BoundDimension,
  points: PointColumns | null,
  row: number,
  person: number,
  input: RowInput,
): Score {
  const base = combine(
    parts.map((part) => ({
      weight: part.weight,
      missing: part.missing,
      score: scorePart(part, row, person, input),
    })),
  );
  const scale = BigInt(plan.pointScale);
  const bonus = exact(BigInt(Math.max(0, points?.bonus[person] ?? 0)), scale);
  const deduction = exact(BigInt(points?.deduction[person] ?? 0), scale);
  return mapScore(base, (value) =>
    applyRounding(
      clampExact(subtractExact(addExact(value, bonus), deduction), ZERO, HUNDRED),
      plan.dimension.rounding,
    ),
  );
}

/** The weighted sum of a row's dimensions in rationals. */
export function combineDimensionsExactly(
  dimensions: readonly BoundDimension[],
  scores: readonly Score[],
): Score {
  return combine(
    dimensions.map(({ plan }, at) => ({
      weight: plan.weight,
      missing: plan.dimension.missing,
      score: scores[at] ?? NO_SCORE,
    })),
  );
}
