import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { Dimension, Part } from '../rulebook/schema/scoring.js';
import type { LocalText } from '../rulebook/schema/text.js';
import type { AppraiseeCase } from './unit-case.js';

export type Sheet = Dimension['sheets'][number];

/** The first sheet that lists the post, or takes all posts. */
export function sheetFor(dimension: Dimension, post: string): Sheet | null {
  return dimension.sheets.find((sheet) => sheet.posts === 'all' || sheet.posts.includes(post)) ?? null;
}

/** Every part that some post of the person is appraised on, with that post. */
export function partsOf(rulebook: Rulebook, person: AppraiseeCase): { post: string; part: Part }[] {
  return person.posts.flatMap((post) =>
    rulebook.dimensions.flatMap((dimension) =>
      (sheetFor(dimension, post)?.parts ?? []).map((part) => ({ post, part })),
    ),
  );
}

/** The name of a rule as people read it; its id where it has no title. */
export function titleOf(rule: { readonly id: string; readonly title?: LocalText | undefined }): LocalText {
  return rule.title ?? { zh: rule.id, en: rule.id };
}

/** The largest mark a role may give in a part, as text; null where that role gives no marks in it. */
export function markMaximum(rulebook: Rulebook, part: Part, role: string): string | null {
  if (part.source.kind === 'marks') {
    return part.source.raters.some((rater) => rater.role === role) ? part.source.max : null;
  }
  return part.source.kind === 'survey' && rulebook.survey?.fallbackRole === role ? '100' : null;
}
