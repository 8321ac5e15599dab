import type { AppraiseeCase } from '../evaluate/unit-case.js';
import type { Correction } from './corrections.js';

/** Marks of these roles are given blind (democratic assessment, panel): nobody learns whose is whose. */
const BLIND: ReadonlySet<string> = new Set(['peer', 'panel_member']);

type Mark = AppraiseeCase['marks'][number];

/** What stands for a rater whose mark was given blind: role and place, the same in every reading of one case. */
function aliases(marks: readonly Mark[]): ReadonlyMap<string, string> {
  const raters = [...new Set(marks.filter(({ role }) => BLIND.has(role)).map(keyOf))].sort();
  const nth = new Map<string, number>();
  return new Map(
    raters.map((key) => {
      const [role = ''] = key.split('\n');
      const place = (nth.get(role) ?? 0) + 1;
      nth.set(role, place);
      return [key, `${role}#${place}`];
    }),
  );
}

const keyOf = ({ role, rater }: Pick<Mark, 'role' | 'rater'>): string => `${role}\n${rater}`;

/** A sealed case as somebody who hears a contest may see it: every mark, blind ones without whose they are. */
export function withBlindRaters(sealed: AppraiseeCase): AppraiseeCase {
  const names = aliases(sealed.marks);
  const marks = sealed.marks.map((mark) => ({ ...mark, rater: names.get(keyOf(mark)) ?? mark.rater }));
  return { ...sealed, marks };
}

/** Corrections as they were written against the shown case, for the sealed one. */
export function sealedCorrections(
  sealed: AppraiseeCase,
  corrections: readonly Correction[],
): readonly Correction[] {
  const raters = new Map(
    [...aliases(sealed.marks)].map(([key, alias]) => [alias, key.slice(key.indexOf('\n') + 1)]),
  );
  return corrections.map((one) =>
    one.kind === 'mark' ? { ...one, rater: raters.get(one.rater) ?? one.rater } : one,
  );
}
