import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { resultCodes } from './builtin-facts.js';
import type { Facts, FactValue } from './facts.js';
import type { AppraiseeCase } from './unit-case.js';

export { resultCodes };
export type EarlierResults = AppraiseeCase['earlier'];
export type StreakQuestion = {
  readonly of: readonly string[];
  readonly kind: 'consecutive' | 'cumulative';
  /** Results that neither count nor break a run; the year is stepped over. */
  readonly skips?: readonly string[] | undefined;
  /** Only this many years count, this one included; absent: all that are known. */
  readonly withinYears?: number | undefined;
};

/**
 * How many years a result was had, this year included; 0 when this year's result is none of `of`.
 * `consecutive`: the run that ends this year; another result, or a year with no record, breaks it.
 * `cumulative`: all such years.
 */
export function streakYears(
  question: StreakQuestion,
  result: string,
  year: number,
  earlier: EarlierResults,
): number {
  if (!question.of.includes(result)) return 0;
  const first = question.withinYears === undefined ? -Infinity : year - question.withinYears + 1;
  const byYear = new Map(
    earlier.filter((entry) => entry.year < year && entry.year >= first).map((e) => [e.year, e.result]),
  );
  if (question.kind === 'cumulative') {
    return 1 + [...byYear.values()].filter((each) => question.of.includes(each)).length;
  }
  let years = 1;
  for (let before = year - 1; ; before -= 1) {
    const had = byYear.get(before);
    if (had === undefined) return years;
    if (question.of.includes(had)) years += 1;
    else if (!question.skips?.includes(had)) return years;
  }
}

function competentThroughTerm(
  rulebook: Rulebook,
  facts: Facts,
  result: string,
  earlier: EarlierResults,
): boolean | null {
  const span = rulebook.term?.span;
  const start = span === undefined ? undefined : facts.get(span.startYear);
  if (span === undefined || start === undefined || result === 'held' || result === 'undecided') return null;
  const order = rulebook.grades.map(({ code }) => code);
  const good = (each: string) => order.includes(each) && order.indexOf(each) <= order.indexOf(span.atLeast);
  const year = Number(facts.get('year'));
  const results = new Map([
    ...earlier.map((entry) => [entry.year, entry.result] as const),
    [year, result] as const,
  ]);
  for (let each = Number(start); each <= year; each += 1) {
    const had = results.get(each);
    if (had === undefined) return null; // a year nobody has a record of proves nothing
    if (!good(had)) return false;
  }
  return Number(start) <= year;
}

/**
 * The facts with what is only known once the year's result is: `result`, `streak.<result>.consecutive`,
 * `streak.<result>.cumulative` and `term_all_competent_or_better` (absent while a year of the term is unknown).
 */
export function resultFacts(
  rulebook: Rulebook,
  facts: Facts,
  result: string,
  earlier: EarlierResults,
): Facts {
  const all = new Map<string, FactValue>(facts);
  const year = Number(facts.get('year'));
  all.set('result', result);
  for (const code of resultCodes(rulebook)) {
    for (const kind of ['consecutive', 'cumulative'] as const) {
      all.set(`streak.${code}.${kind}`, String(streakYears({ of: [code], kind }, result, year, earlier)));
    }
  }
  const term = competentThroughTerm(rulebook, facts, result, earlier);
  if (term !== null) all.set('term_all_competent_or_better', term);
  return all;
}
