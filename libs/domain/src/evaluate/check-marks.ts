import { ZERO, compareExact, parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { Report } from './case-error.js';
import { markMaximum, partsOf } from './sheet.js';
import type { AppraiseeCase, Mark } from './unit-case.js';

type PostedPart = ReturnType<typeof partsOf>[number];

function isOnScale(value: string, max: string): boolean {
  const mark = parseExact(value);
  return compareExact(mark, ZERO) >= 0 && compareExact(mark, parseExact(max)) <= 0;
}

function checkMark(
  rulebook: Rulebook,
  person: AppraiseeCase,
  parts: readonly PostedPart[],
  mark: Mark,
  report: (code: string, message: string) => void,
): readonly string[] {
  const { part: partId, role, rater, value, post } = mark;
  if (post !== undefined && !person.posts.includes(post)) {
    report('MARK_POST_UNKNOWN', `"${post}" is not a post of ${person.id}`);
    return [];
  }
  const meant = parts.filter(({ part, post: of }) => part.id === partId && (post ?? of) === of);
  const part = meant[0]?.part;
  if (part === undefined) {
    const known = rulebook.dimensions.some(({ sheets }) =>
      sheets.some(({ parts: all }) => all.some(({ id }) => id === partId)),
    );
    if (known)
      report(
        'PART_NOT_ON_SHEET',
        `part "${partId}" is not on the sheet of ${post ?? person.posts.join(', ')}`,
      );
    else report('PART_UNKNOWN', `the rulebook has no part "${partId}"`);
    return [];
  }
  const max = markMaximum(rulebook, part, role);
  if (max === null) {
    const known = rulebook.roles.some(({ code }) => code === role);
    if (known) report('ROLE_NOT_IN_PART', `role "${role}" gives no marks in part "${partId}"`);
    else report('ROLE_UNKNOWN', `the rulebook has no role "${role}"`);
    return [];
  }
  if (rater === person.id && role !== 'self') {
    report('MARK_BY_APPRAISEE', `${person.id} marks themself as "${role}" in part "${partId}"`);
  }
  if (!isOnScale(value, max)) {
    report('MARK_OUT_OF_SCALE', `mark ${value} in part "${partId}" is not between 0 and ${max}`);
  }
  return meant.map(({ post: of }) => JSON.stringify([of, partId, role, rater]));
}

/**
 * Faults of one person's marks: `MARK_POST_UNKNOWN`, `PART_UNKNOWN`, `PART_NOT_ON_SHEET`, `ROLE_UNKNOWN`,
 * `ROLE_NOT_IN_PART`, `MARK_BY_APPRAISEE` (only the role `self` marks itself), `MARK_OUT_OF_SCALE`, and
 * `MARK_DUPLICATE` (one rater, one role, one part, one post: one mark).
 */
export function checkMarks(rulebook: Rulebook, person: AppraiseeCase, path: string, report: Report): void {
  const parts = partsOf(rulebook, person);
  const seen = new Set<string>();
  for (const [index, mark] of person.marks.entries()) {
    const here = (code: string, message: string) => report(code, `${path}.marks.${index}`, message);
    const places = checkMark(rulebook, person, parts, mark, here);
    if (places.some((place) => seen.has(place))) {
      here('MARK_DUPLICATE', `${mark.rater} has already marked part "${mark.part}" as "${mark.role}"`);
    }
    for (const place of places) seen.add(place);
  }
}
