import { type PersonEvaluation, renderDerivation, type Rulebook } from '@kaoji/domain';
import { inLanguage, type Language, speaker } from '../terminal/language.js';
import { consequenceLines } from './consequence-text.js';
import { groundText, resultText } from './decision-text.js';

/** One person: the result and its ground, what follows, and every step that led there as an indented tree. */
export function personText(person: PersonEvaluation, rulebook: Rulebook, language: Language): string {
  const say = speaker(language);
  const { provisional, final, derivation } = person;
  return [
    `${person.id} (${person.unit}): ${resultText(rulebook, final, language)} — ${groundText(final, language)}`,
    `  ${inLanguage(final.why, language)}`,
    `  ${say('初定', 'provisional')}: ${resultText(rulebook, provisional, language)} — ${groundText(provisional, language)}`,
    ...(person.line === null
      ? []
      : [`  ${say('临界', 'on the line')}: ${inLanguage(person.line.why, language)}`]),
    ...person.flags.map(
      (flag) => `  ${say('提示', 'flag')}: ${flag.code} — ${inLanguage(flag.why, language)}`,
    ),
    ...consequenceLines(person, rulebook, language, 'records'),
    '',
    ...(derivation === undefined ? [] : renderDerivation(derivation, language, rulebook)),
  ].join('\n');
}
