import type { Instant, Sheet, Shown } from '@kaoji/application';
import { formPage } from './form-page.js';
import { stampOf } from './hidden-fields.js';
import type { Language } from './language.js';
import { NO_ANSWERS } from './posted-form.js';

/** The first screen of questionnaires, empty, as bytes. */
export type FirstPages = { of(shown: Shown, language: Language, now: Instant): Buffer };

type Kept = { readonly page: Buffer; readonly stampAt: number };
const ANY_TIME = 1_000_000_000_000;

/**
 * Makes the first screen of a sheet once for each language and keeps it while the sheet stays the same; then
 * only the time of showing is written into a copy.
 */
export function createFirstPages(): FirstPages {
  const kept = new WeakMap<Sheet, Map<string, Kept>>();
  return {
    of(shown, language, now) {
      const variants = kept.get(shown.sheet) ?? new Map<string, Kept>();
      kept.set(shown.sheet, variants);
      const variant = `${language} ${shown.assisted} ${shown.closesAt}`;
      const known = variants.get(variant) ?? make(shown, language);
      variants.set(variant, known);
      const page = Buffer.from(known.page);
      page.write(stampOf(now), known.stampAt, 'latin1');
      return page;
    },
  };
}

function make(shown: Shown, language: Language): Kept {
  const form = { ...NO_ANSWERS, shownAt: ANY_TIME };
  const page = Buffer.from(formPage({ language, shown, form, screen: 1, problems: [] }), 'utf8');
  const field = `name="t" value="`;
  return { page, stampAt: page.indexOf(field) + field.length };
}
