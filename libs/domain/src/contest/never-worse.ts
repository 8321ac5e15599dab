import type { Decision, PersonEvaluation } from '../evaluate/evaluation.js';
import { compareExact, parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';

/**
 * Whether a person would be worse off with `after` than with `before` (Civil Servant Law Art 96: no worsening by
 * appeal). A lower grade is worse; so is the same grade with a lower composite; so is whatever brings a hurting
 * consequence that was not there. Having no grade stands above the lowest grade and below all others: our reading,
 * no source compares the two.
 */
export function isWorse(rulebook: Rulebook, before: PersonEvaluation, after: PersonEvaluation): boolean {
  const step = standing(rulebook, after.final) - standing(rulebook, before.final);
  if (step !== 0) return step > 0 || hurtsAnew(before, after);
  return hurtsAnew(before, after) || hasLess(before.composite, after.composite);
}

/** Whether a decision stands lower than another; the composite is not looked at. */
export function isLower(rulebook: Rulebook, before: Decision, after: Decision): boolean {
  return standing(rulebook, after) > standing(rulebook, before);
}

/** 0 is the best; two decisions with the same number stand alike. */
function standing({ grades }: Rulebook, { grade }: Decision): number {
  const lowest = grades.length - 1;
  const place = grade === null ? -1 : grades.findIndex(({ code }) => code === grade);
  return place < 0 ? 2 * lowest - 1 : 2 * place;
}

function hurtsAnew(before: PersonEvaluation, after: PersonEvaluation): boolean {
  const known = new Set(hurting(before));
  return hurting(after).some((rule) => !known.has(rule));
}

function hurting({ consequences }: PersonEvaluation): readonly string[] {
  return consequences.flatMap(({ rule, adverse, force }) => (adverse && force === 'confirm' ? [rule] : []));
}

function hasLess(before: string | null, after: string | null): boolean {
  if (before === null) return false;
  return after === null || compareExact(parseExact(after), parseExact(before)) < 0;
}
