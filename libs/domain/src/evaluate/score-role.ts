import type { Exact } from '../exact/exact.js';
import { divideExact, exactFromInteger, sumExact } from '../exact/exact.js';
import type { RaterRule } from '../rulebook/schema/scoring.js';
import type { RoleMarks } from './ballot.js';
import { NO_SCORE, numberScore, type Score } from './score.js';

/** What one role's marks come to, in points of the scale, and what was dropped on the way. */
export type RoleScore = {
  readonly rater: RaterRule;
  readonly marks: RoleMarks;
  readonly dropLowest: number;
  readonly dropHighest: number;
  readonly score: Score;
};

export type TrimRule = RaterRule['trim'];

/** How many marks are dropped from each end of `count` marks: none unless there are more than the rule says. */
export function trimOf(trim: TrimRule, count: number): { dropLowest: number; dropHighest: number } {
  if (trim === 'none' || count <= trim.whenMoreThan) return { dropLowest: 0, dropHighest: 0 };
  return { dropLowest: trim.dropLowest, dropHighest: trim.dropHighest };
}

/** The mean of what is left after the trim; nothing when nothing is left. `sorted` runs from small to large. */
export function trimmedMean(sorted: readonly Exact[], dropLowest: number, dropHighest: number): Score {
  const kept = sorted.slice(dropLowest, sorted.length - dropHighest);
  return kept.length === 0
    ? NO_SCORE
    : numberScore(divideExact(sumExact(kept), exactFromInteger(kept.length)));
}

/**
 * The trimmed mean of a role's valid marks. Fewer valid marks than `minCount`, counted before the trim, are
 * no score: the role's missing rule decides then.
 */
export function scoreRole(rater: RaterRule, marks: RoleMarks): RoleScore {
  const count = marks.marks.length;
  const trim = trimOf(rater.trim, count);
  const score =
    count < rater.minCount ? NO_SCORE : trimmedMean(marks.marks, trim.dropLowest, trim.dropHighest);
  return { rater, marks, ...trim, score };
}
