import type { Comparison, Condition } from '../schema/condition.js';
import type { ConsequenceRule } from '../schema/consequence.js';
import type { Rulebook } from '../schema/rulebook.js';

/** How effect codes and titles say that work ends; a rulebook uses these words for an exit. */
const EXIT_CODE =
  /terminat|dismiss|discharg|expel|remov|recall|(^|_)(exit|fire|lay_?off)(_|$)|end_(contract|appointment|employment|service)|(^|_)(not?|non)_renew|cancel_(contract|appointment)/;
const EXIT_TITLE = /解除|解聘|辞退|开除|罢免|撤换|清退|不再续聘|不予续聘|终止(劳动|聘用|合同)/;
const CUT_CODE =
  /(^|_)(reduce|lower|demot|deduct|withhold|suspend|cut)|(^|_)no_(salary|pay|bonus|promotion)|not_counted/;
const CUT_TITLE = /核减|扣减|扣发|停发|降低|降级|不得(增加|晋升)|不计算/;

type Named = Pick<ConsequenceRule, 'effect' | 'title'>;

/** Whether a consequence ends somebody's work or office, by the words of its effect or its title. */
export function isExit({ effect, title }: Named): boolean {
  return EXIT_CODE.test(effect.code) || EXIT_TITLE.test(title.zh);
}

/** Whether a consequence hurts by its own words, whatever `adverse` says. */
export function hurts(rule: Named): boolean {
  return isExit(rule) || CUT_CODE.test(rule.effect.code) || CUT_TITLE.test(rule.title.zh);
}

function asks(comparison: Comparison, booleans: ReadonlySet<string>): boolean {
  const { fact, op, value } = comparison;
  if (fact.startsWith('streak.')) {
    const least = Number(value);
    return op === 'ge' || op === 'eq' ? least >= 2 : op === 'gt' && least >= 1;
  }
  return op === 'eq' && value === true && booleans.has(fact);
}

function demandsMore(condition: Condition, booleans: ReadonlySet<string>): boolean {
  if ('all' in condition) return condition.all.some((each) => demandsMore(each, booleans));
  if ('any' in condition) return condition.any.every((each) => demandsMore(each, booleans));
  if ('not' in condition) return false;
  return asks(condition, booleans);
}

/**
 * Whether a rule needs more than one year's bad result: a streak of two years or more, or a declared yes/no
 * fact about the person that must be true (refusal to change post, say).
 */
export function restsOnMoreThanOneResult(rulebook: Rulebook, rule: ConsequenceRule): boolean {
  if (rule.streak !== undefined && rule.streak.years >= 2) return true;
  const booleans = new Set(
    rulebook.facts.filter(({ type, scope }) => type === 'boolean' && scope === 'person').map(({ id }) => id),
  );
  return rule.when !== undefined && demandsMore(rule.when, booleans);
}

function categoriesIn(condition: Condition | undefined): readonly string[] | null {
  if (condition === undefined || 'any' in condition || 'not' in condition) return null;
  if ('all' in condition) {
    return condition.all.map(categoriesIn).find((categories) => categories !== null) ?? null;
  }
  if (condition.fact !== 'category' || condition.value === undefined) return null;
  if (condition.op !== 'eq' && condition.op !== 'in') return null;
  return [condition.value].flat().map(String);
}

/** The categories of person a consequence can reach: all, unless its condition names some. */
export function reachedCategories(rulebook: Rulebook, rule: ConsequenceRule): readonly string[] {
  const named = categoriesIn(rule.when);
  const all = rulebook.categories.map(({ code }) => code);
  return named === null ? all : all.filter((code) => named.includes(code));
}

/** Whether people of this category hold office by election. */
export function isElected(rulebook: Rulebook, code: string): boolean {
  const category = rulebook.categories.find((each) => each.code === code);
  return category?.legal === undefined ? code.includes('elected') : category.legal === 'elected';
}
