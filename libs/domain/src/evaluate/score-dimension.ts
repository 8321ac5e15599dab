import type { Exact } from '../exact/exact.js';
import {
  HUNDRED,
  ZERO,
  addExact,
  clampExact,
  parseExact,
  roundExact,
  subtractExact,
} from '../exact/exact.js';
import type { Dimension, Rounding } from '../rulebook/schema/scoring.js';
import { adjustmentsOf, type Adjustments } from './adjustments.js';
import { scorePart, type PartScore, type ScoringInput } from './score-part.js';
import { NO_SCORE, combineWeighted, mapScore, type Score } from './score.js';
import { sheetFor, titleOf, type Sheet } from './sheet.js';

/** A dimension's score from 0 to 100 under one post, with everything it came from. */
export type DimensionScore = {
  readonly dimension: Dimension;
  readonly sheet: Sheet | null;
  readonly parts: readonly PartScore[];
  readonly base: Score; // weighted parts, before bonuses and deductions
  readonly adjustments: Adjustments;
  readonly score: Score;
};

/** Rounds where the rulebook says so and nowhere else. */
export function applyRounding(value: Exact, rounding: Rounding): Exact {
  return rounding === 'none' ? value : roundExact(value, rounding.places, rounding.mode);
}

/**
 * Weighted parts, plus bonuses, minus deductions, held between 0 and 100, then rounded if the rulebook
 * rounds. No sheet for the post, or no part with a score: no score, and the dimension's missing rule decides.
 */
export function scoreDimension(input: ScoringInput, post: string, dimension: Dimension): DimensionScore {
  const sheet = sheetFor(dimension, post);
  const parts = (sheet?.parts ?? []).map((part) => scorePart(input, post, part));
  const base =
    parts.length === 0
      ? NO_SCORE
      : combineWeighted(
          parts.map(({ part, score, missing }) => ({
            weight: parseExact(part.weight),
            score,
            missing,
            rule: part.id,
            clause: part.clause ?? dimension.clause ?? null,
            title: titleOf(part),
          })),
        );
  const adjustments = adjustmentsOf(dimension, input.person);
  const score = mapScore(base, (value) => {
    const moved = subtractExact(addExact(value, adjustments.bonus), adjustments.deduction);
    return applyRounding(clampExact(moved, ZERO, HUNDRED), dimension.rounding);
  });
  return { dimension, sheet, parts, base, adjustments, score };
}
