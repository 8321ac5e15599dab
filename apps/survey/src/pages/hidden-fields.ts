import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { PostedForm } from './posted-form.js';

/** What a form carries besides its questions: when it was shown, where it stands, and the other answers. */
export function hiddenFields(
  form: PostedForm,
  options: { readonly at: number | null; readonly without: ReadonlySet<string>; readonly go?: number | null },
): Markup {
  const { at, without, go = null } = options;
  return markup`${form.shownAt === null ? null : hidden('t', stampOf(form.shownAt))}${at === null ? null : hidden('at', String(at))}${go === null ? null : hidden('go', String(go))}${[
    ...form.given,
  ].flatMap(([name, values]) =>
    without.has(name) ? [] : values.filter((value) => value !== '').map((value) => hidden(name, value)),
  )}`;
}

/** Whole seconds in ten digits, so that one page can be stamped anew in place. */
export function stampOf(at: number): string {
  return String(Math.floor(at / 1000))
    .padStart(10, '0')
    .slice(-10);
}

function hidden(name: string, value: string): Markup {
  return markup`<input type="hidden" name="${name}" value="${value}">
`;
}
