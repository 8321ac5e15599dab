import type { Rulebook } from '../../rulebook/schema/rulebook.js';
import type { GradeEffect } from '../../rulebook/schema/scoring.js';
import type { Condition } from '../../rulebook/schema/condition.js';
import { holds } from '../condition.js';
import type { DisciplineEffect } from '../discipline.js';
import type { EligibilityOutcome } from '../evaluation.js';
import type { Facts } from '../facts.js';

/** A condition for what is known before scoring: settled, or what is left of it over scores alone. */
export type Settled = boolean | Condition;

/** Everything beside the numbers that decides a person's grade. Most people of a year share a few of these. */
export type RuleSet = {
  readonly eligibility: EligibilityOutcome;
  /** Discipline, then the vetoes in their order; those already known not to speak are left out. */
  readonly effects: readonly { readonly when: Settled; readonly effect: GradeEffect }[];
  readonly countedElsewhere: Settled;
  readonly refused: Settled;
};

const SCORED = new Set(['composite', 'satisfaction_rate', 'survey_valid_count', 'survey_is_valid']);

/** Whether a fact is only known once the columns are scored. */
export function isScored(fact: string): boolean {
  return SCORED.has(fact) || fact.startsWith('score.');
}

/** Settles a condition as far as the facts known before scoring allow. */
export function settle(condition: Condition, facts: Facts): Settled {
  if ('not' in condition) {
    const inner = settle(condition.not, facts);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  if ('all' in condition || 'any' in condition) {
    const all = 'all' in condition;
    const settled = (all ? condition.all : condition.any).map((each) => settle(each, facts));
    if (settled.includes(!all)) return !all;
    const open = settled.filter((each) => typeof each !== 'boolean');
    if (open.length === 0) return all;
    return all ? { all: open } : { any: open };
  }
  return isScored(condition.fact) ? condition : holds(condition, facts);
}

/** The rule set of a person from facts, eligibility and discipline. */
export function ruleSetOf(
  rulebook: Rulebook,
  facts: Facts,
  eligibility: EligibilityOutcome,
  discipline: DisciplineEffect | null,
): RuleSet {
  const vetoes = rulebook.vetoes.map(({ when, effect }) => ({ when: settle(when, facts), effect }));
  const punished = discipline === null ? [] : [{ when: true as Settled, effect: discipline.effect }];
  const { excludes, refusals } = rulebook.quota;
  return {
    eligibility,
    effects: [...punished, ...vetoes].filter(({ when }) => when !== false),
    countedElsewhere: excludes === undefined ? false : settle(excludes.when, facts),
    refused: refusals === undefined ? false : settle(refusals.when, facts),
  };
}
