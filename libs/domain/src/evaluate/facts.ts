import { formatExact, isExactText, parseExact, sumExact } from '../exact/exact.js';
import { Refusal } from '../refusal.js';
import type { FactDeclaration, Rulebook } from '../rulebook/schema/rulebook.js';
import { resultCodes } from './builtin-facts.js';
import { disciplineEffect } from './discipline.js';
import { effectText } from './grade-effect.js';
import type { AppraiseeCase, UnitCase } from './unit-case.js';

/** A fact's value. Numbers are carried as exact text (`6.5`, `149/250`), so that nothing passes a float. */
export type FactValue = boolean | string | number;
/** What is known about one person in one unit and year. A fact that is not known is absent. */
export type Facts = ReadonlyMap<string, FactValue>;

type UnitOfCase = UnitCase['units'][number];
type Owner = { readonly kind: 'person' | 'unit'; readonly id: string };

const INTEGER = /^-?\d+$/;

function refuse(code: string, owner: Owner, fact: string, sentence: string): never {
  throw new Refusal(code, `${owner.kind} ${owner.id}: ${sentence}`, { [owner.kind]: owner.id, fact });
}

/** The value in the form facts carry it, or null when it does not have the declared type. */
export function readFactValue(declaration: FactDeclaration, given: FactValue): FactValue | null {
  const text = String(given);
  switch (declaration.type) {
    case 'boolean':
      return typeof given === 'boolean' ? given : null;
    case 'code':
      return typeof given === 'string' && (declaration.values ?? []).includes(given) ? given : null;
    case 'integer':
      return typeof given !== 'boolean' && INTEGER.test(text) ? text : null;
    case 'decimal':
      return typeof given !== 'boolean' && isExactText(text) ? text : null;
  }
}

function typeSentence(declaration: FactDeclaration): string {
  return declaration.type === 'code'
    ? `one of ${(declaration.values ?? []).join(', ')}`
    : { boolean: 'true or false', integer: 'a whole number', decimal: 'a decimal number' }[declaration.type];
}

function readDeclared(
  rulebook: Rulebook,
  owner: Owner,
  given: Readonly<Record<string, FactValue>>,
): [string, FactValue][] {
  const declared = rulebook.facts.filter(({ scope }) => scope === owner.kind);
  const known = new Set(declared.map(({ id }) => id));
  for (const fact of Object.keys(given)) {
    if (!known.has(fact)) {
      refuse('FACT_UNKNOWN', owner, fact, `the rulebook declares no ${owner.kind} fact "${fact}"`);
    }
  }
  const facts = declared.flatMap((declaration): [string, FactValue][] => {
    const { id } = declaration;
    const value = Object.hasOwn(given, id) ? given[id] : declaration.default;
    if (value === undefined) {
      if (declaration.optional) return [];
      refuse('FACT_MISSING', owner, id, `the fact "${id}" is missing and has no default`);
    }
    const read = readFactValue(declaration, value);
    if (read === null)
      refuse('FACT_TYPE', owner, id, `the fact "${id}" must be ${typeSentence(declaration)}`);
    return [[id, read]];
  });
  return [...facts, ...addUp(rulebook, owner, new Map(facts))];
}

/** Computed facts: sums of known ones; unknown while one of theirs is. */
function addUp(rulebook: Rulebook, owner: Owner, facts: Facts): [string, FactValue][] {
  return rulebook.computedFacts
    .filter(({ scope }) => scope === owner.kind)
    .flatMap(({ id, sumOf }): [string, FactValue][] => {
      const parts = sumOf.map((part) => facts.get(part));
      if (parts.some((part) => part === undefined)) return [];
      return [[id, formatExact(sumExact(parts.map((part) => parseExact(String(part)))))]];
    });
}

/**
 * The unit's declared facts with their defaults, and `year`. Refuses `FACT_UNKNOWN`, `FACT_MISSING` and
 * `FACT_TYPE`, naming the unit and the fact.
 */
export function unitFacts(rulebook: Rulebook, unit: Pick<UnitOfCase, 'id' | 'facts'>, year: number): Facts {
  return new Map([
    ['year', String(year)],
    ...readDeclared(rulebook, { kind: 'unit', id: unit.id }, unit.facts),
  ]);
}

function refuseEarlier(rulebook: Rulebook, person: AppraiseeCase, year: number): void {
  const results = new Set(resultCodes(rulebook));
  const years = new Set<number>();
  for (const entry of person.earlier) {
    const details = { person: person.id, year: entry.year, result: entry.result };
    if (!results.has(entry.result)) {
      throw new Refusal(
        'EARLIER_RESULT_UNKNOWN',
        `person ${person.id}: "${entry.result}" is no result`,
        details,
      );
    }
    if (entry.year >= year || years.has(entry.year)) {
      const fault = entry.year >= year ? 'is not before the appraised year' : 'is given twice';
      throw new Refusal('EARLIER_YEAR_INVALID', `person ${person.id}: ${entry.year} ${fault}`, details);
    }
    years.add(entry.year);
  }
}

/**
 * Everything known of a person before scoring: declared person facts and the unit's facts with their
 * defaults, and the engine's own (`year`, `category`, `post`, `second_post`, `posts_<code>`, `dual_posts`,
 * `discipline_effect`). Refuses `FACT_UNKNOWN`, `FACT_MISSING`, `FACT_TYPE`, `POST_UNKNOWN`,
 * `CATEGORY_UNKNOWN`, `PUNISHMENT_UNKNOWN`, `EARLIER_RESULT_UNKNOWN` and `EARLIER_YEAR_INVALID`.
 */
export function personFacts(
  rulebook: Rulebook,
  person: AppraiseeCase,
  unit: Pick<UnitOfCase, 'id' | 'facts'>,
  year: number,
): Facts {
  const owner: Owner = { kind: 'person', id: person.id };
  const strangePost = person.posts.find((post) => !rulebook.posts.some(({ code }) => code === post));
  if (strangePost !== undefined) refuse('POST_UNKNOWN', owner, 'post', `unknown post "${strangePost}"`);
  if (!rulebook.categories.some(({ code }) => code === person.category)) {
    refuse('CATEGORY_UNKNOWN', owner, 'category', `unknown category "${person.category}"`);
  }
  refuseEarlier(rulebook, person, year);
  const facts = new Map<string, FactValue>(unitFacts(rulebook, unit, year));
  for (const [id, value] of readDeclared(rulebook, owner, person.facts)) facts.set(id, value);
  const [post, secondPost] = person.posts;
  facts.set('category', person.category);
  if (post !== undefined) facts.set('post', post);
  if (secondPost !== undefined) facts.set('second_post', secondPost);
  facts.set('dual_posts', secondPost !== undefined);
  for (const { code } of rulebook.posts) facts.set(`posts_${code}`, person.posts.includes(code));
  const discipline = disciplineEffect(rulebook, person.punishments, year);
  if (discipline !== null) facts.set('discipline_effect', effectText(discipline.effect));
  return facts;
}
