import type { PersonEvaluation, ProposedConsequence, Rulebook } from '@kaoji/domain';
import { inLanguage, type Language, speaker } from '../terminal/language.js';
import { FORCE_WORDS, STATUS_WORDS } from './words.js';

/**
 * What follows from the results, the same for people with the same: their ids, then one line per consequence;
 * what hurts names the gate it waits behind.
 */
export function followsLines(
  people: readonly PersonEvaluation[],
  rulebook: Rulebook,
  language: Language,
): string[] {
  const groups = new Map<string, string[]>();
  for (const person of people) {
    const lines = consequenceLines(person, rulebook, language, 'gates').join('\n');
    groups.set(lines, [...(groups.get(lines) ?? []), person.id]);
  }
  groups.delete('');
  const word = speaker(language)('结果运用', 'What follows for');
  return [...groups].flatMap(([lines, ids]) => [`${word} ${ids.join(', ')}`, lines]);
}

/** How much is said of what must come first: the gate by its name, or every record it asks for. */
type Detail = 'gates' | 'records';

/** What follows from one person's result, and from the end of a contract term when it ends this year. */
export function consequenceLines(
  person: PersonEvaluation,
  rulebook: Rulebook,
  language: Language,
  detail: Detail,
): string[] {
  const line = (consequence: ProposedConsequence): string =>
    `  ${consequenceText(consequence, language, detail)}`;
  const { term } = person;
  if (term === null) return person.consequences.map(line);
  const title = rulebook.term?.results.find((result) => result.code === term.result)?.title;
  const result = title === undefined ? wordFor(term.result, language) : inLanguage(title, language);
  return [
    ...person.consequences.map(line),
    `  ${speaker(language)('聘期考核', 'term appraisal')}: ${result} ${ground(term.clause, term.rule)}`,
    ...term.consequences.map(line),
  ];
}

function wordFor(termResult: string, language: Language): string {
  return termResult === 'to_people' ? inLanguage(STATUS_WORDS.undecided, language) : termResult;
}

function consequenceText(consequence: ProposedConsequence, language: Language, detail: Detail): string {
  const params = Object.entries(consequence.params).map(([name, value]) => `${name}=${String(value)}`);
  return [
    inLanguage(consequence.title, language),
    `[${inLanguage(FORCE_WORDS[consequence.force], language)}]`,
    ...(params.length === 0 ? [] : [`{${params.join(', ')}}`]),
    ground(consequence.clause, consequence.rule),
    ...gateText(consequence.gate, language, detail),
  ].join(' ');
}

function gateText(gate: ProposedConsequence['gate'], language: Language, detail: Detail): string[] {
  if (gate === null) return [];
  const say = speaker(language);
  const records = gate.requires.map((item) => inLanguage(item.title, language)).join(say('；', '; '));
  const asked = detail === 'gates' ? inLanguage(gate.title, language) : records;
  return [`← ${say('须先有', 'only with')} ${asked} (${gate.rule})`];
}

function ground(clause: string | null, rule: string): string {
  return clause === null ? `(${rule})` : `${clause} (${rule})`;
}
