import type { ConsequenceRule } from '../rulebook/schema/consequence.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { holds } from './condition.js';
import type { ProposedConsequence } from './evaluation.js';
import type { Facts } from './facts.js';
import { resultFacts, streakYears, type EarlierResults } from './streak.js';

/** What must be on record before the consequence may be confirmed, for a person of this category. */
function gateOf(rulebook: Rulebook, rule: ConsequenceRule, category: string): ProposedConsequence['gate'] {
  const gate = rulebook.gates.find(({ id }) => id === rule.gate);
  if (gate === undefined) return null;
  if (gate.categories !== 'all' && !gate.categories.includes(category)) return null;
  const requires = gate.requires
    .filter(({ categories }) => categories === undefined || categories.includes(category))
    .map(({ record, title }) => ({ record, title }));
  return { rule: gate.id, title: gate.title, requires };
}

function propose(rulebook: Rulebook, rule: ConsequenceRule, facts: Facts): ProposedConsequence {
  return {
    rule: rule.id,
    clause: rule.clause ?? null,
    title: rule.title,
    effect: rule.effect.code,
    params: rule.effect.params,
    adverse: rule.adverse,
    force: rule.force,
    gate: gateOf(rulebook, rule, String(facts.get('category') ?? '')),
  };
}

function applies(rule: ConsequenceRule, result: string, facts: Facts, earlier: EarlierResults): boolean {
  if (!rule.results.includes(result)) return false;
  const { streak } = rule;
  if (
    streak !== undefined &&
    streakYears(streak, result, Number(facts.get('year')), earlier) < streak.years
  ) {
    return false;
  }
  return rule.when === undefined || holds(rule.when, facts);
}

/** The rules among `rules` that speak of a result, as proposals, in the order written. */
export function proposeFrom(
  rulebook: Rulebook,
  rules: readonly ConsequenceRule[],
  result: string,
  facts: Facts,
  earlier: EarlierResults,
): readonly ProposedConsequence[] {
  return rules
    .filter((rule) => applies(rule, result, facts, earlier))
    .filter((rule) => rule.unless === undefined || !holds(rule.unless.when, facts))
    .map((rule) => propose(rulebook, rule, facts));
}

/**
 * What the rulebook lets follow from a year's result (a grade code, or `ungraded`, `comment_only`, `held`),
 * with streaks that count this year and earlier ones, each exception (`unless`, N6 Art 30: no double
 * punishment) and what must be on record for the person's category. Proposals only: people confirm them.
 */
export function consequencesOf(
  rulebook: Rulebook,
  result: string,
  facts: Facts,
  earlier: EarlierResults,
): readonly ProposedConsequence[] {
  return proposeFrom(
    rulebook,
    rulebook.consequences,
    result,
    resultFacts(rulebook, facts, result, earlier),
    earlier,
  );
}
