import type { Decision, LocalText, Rulebook } from '@kaoji/domain';
import { type Language, inLanguage } from '../terminal/language.js';
import { DECIDED_BY_WORDS, STATUS_WORDS } from './words.js';

/** The local name of a grade; its code when the rulebook does not know it. */
export function gradeName(rulebook: Rulebook, grade: string, language: Language): string {
  const found = rulebook.grades.find((candidate) => candidate.code === grade);
  return found === undefined ? grade : inLanguage(found.title, language);
}

/** A decision in a word or two: the grade, or what stands in its place. */
export function resultText(rulebook: Rulebook, decision: Decision, language: Language): string {
  return decision.grade === null
    ? inLanguage(STATUS_WORDS[decision.status], language)
    : gradeName(rulebook, decision.grade, language);
}

/** What decided and where it stands: `band 第二十三条 (rule-id)`. */
export function groundText(decision: Decision, language: Language): string {
  const by = inLanguage(DECIDED_BY_WORDS[decision.by], language);
  return [by, decision.clause, `(${decision.rule})`].filter((part) => part !== null && part !== '').join(' ');
}

/** The title of a rule-book item in words. */
export function titleText(title: LocalText | undefined, id: string, language: Language): string {
  return title === undefined ? id : inLanguage(title, language);
}
