import { isExit } from '../rulebook/lint/exit-rules.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { GateDemand, LegalCategory } from './gate-case.js';

/** How a consequence ends somebody's work: by dismissal, by not renewing, by asking another body; null: it does not. */
export type Ending = 'dismiss' | 'not_renew' | 'refer' | null;

/** Reads it off the words a rulebook uses, as its lint does. */
export function endingOf({ effect, title }: Pick<GateDemand, 'effect' | 'title'>): Ending {
  if (!isExit({ effect: { code: effect, params: {} }, title })) return null;
  if (/(^|_)refer/.test(effect)) return 'refer';
  return /renew/.test(effect) || /续聘|续订/.test(title.zh) ? 'not_renew' : 'dismiss';
}

/** The law that binds a category of a rulebook; where it names none, its code says so, and else contract law does. */
export function legalCategoryOf({ categories }: Pick<Rulebook, 'categories'>, code: string): LegalCategory {
  const named = categories.find((category) => category.code === code)?.legal;
  if (named !== undefined) return named;
  if (code.includes('elected')) return 'elected';
  if (code.includes('civil_servant')) return 'civil_servant';
  return code.includes('institution') ? 'public_institution' : 'contract';
}
