import type { Evaluation, PersonEvaluation, Rulebook } from '@kaoji/domain';
import Table from 'cli-table3';
import { inLanguage, type Language, speaker } from '../terminal/language.js';
import { followsLines } from './consequence-text.js';
import { groundText, resultText } from './decision-text.js';
import { readable } from './exact-text.js';
import { quotaLines } from './quota-text.js';
import { STATUS_WORDS } from './words.js';

/** Everything a person wants to read of an evaluation, unit by unit: the table, the quota line, what follows. */
export function evaluationText(evaluation: Evaluation, rulebook: Rulebook, language: Language): string {
  const { id, version, hash } = evaluation.rulebook;
  const head = `${inLanguage(rulebook.title, language)} — ${id} ${version}, ${hash.slice(0, 19)}, ${evaluation.year}`;
  const units = new Set([...evaluation.quota, ...evaluation.people].map((item) => item.unit));
  return [head, ...[...units].map((unit) => unitText(evaluation, rulebook, unit, language))].join('\n\n');
}

function unitText(evaluation: Evaluation, rulebook: Rulebook, unit: string, language: Language): string {
  const people = evaluation.people.filter((person) => person.unit === unit);
  const sheets = evaluation.quota.filter((sheet) => sheet.unit === unit);
  const title = speaker(language)(
    `单位 ${unit}：${people.length} 人`,
    `Unit ${unit}: ${people.length} people`,
  );
  return [
    title,
    ...(people.length === 0 ? [] : [peopleTable(people, rulebook, language)]),
    ...sheets.flatMap((sheet) => quotaLines(sheet, people, rulebook, language)),
    ...flagLines(people, language),
    ...followsLines(people, rulebook, language),
  ].join('\n');
}

function peopleTable(people: readonly PersonEvaluation[], rulebook: Rulebook, language: Language): string {
  const say = speaker(language);
  const table = new Table({
    head: [
      say('人员', 'person'),
      say('参加', 'takes part'),
      ...rulebook.dimensions.map((dimension) => inLanguage(dimension.title, language)),
      say('综合', 'composite'),
      say('初定 → 最终', 'provisional → final'),
      say('依据', 'decided by'),
      say('提示', 'flags'),
    ],
    style: { head: [], border: [], compact: true },
  });
  for (const person of people) table.push(personRow(person, rulebook, language));
  return table.toString();
}

function personRow(person: PersonEvaluation, rulebook: Rulebook, language: Language): string[] {
  const score = (value: string | null | undefined): string => (value == null ? '–' : readable(value));
  const before = resultText(rulebook, person.provisional, language);
  const after = resultText(rulebook, person.final, language);
  return [
    person.id,
    inLanguage(STATUS_WORDS[person.eligibility.status], language),
    ...rulebook.dimensions.map((dimension) => score(person.dimensions[dimension.id])),
    score(person.composite),
    before === after ? after : `${before} → ${after}`,
    groundText(person.final, language),
    person.flags.length === 0 ? '' : String(person.flags.length),
  ];
}

/** What people must look at; the same words for several people are said once. */
function flagLines(people: readonly PersonEvaluation[], language: Language): string[] {
  const word = speaker(language)('提示', 'Flag');
  const flagged = new Map<string, string[]>();
  for (const { id, flags } of people) {
    for (const flag of flags) {
      const text = `${flag.code} — ${inLanguage(flag.why, language)}`;
      flagged.set(text, [...(flagged.get(text) ?? []), id]);
    }
  }
  return [...flagged].map(([text, ids]) => `${word} ${ids.join(', ')}: ${text}`);
}
