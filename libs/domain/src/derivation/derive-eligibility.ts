import { holds } from '../evaluate/condition.js';
import type { EligibilityOutcome } from '../evaluate/evaluation.js';
import { titleOf } from '../evaluate/sheet.js';
import type { Condition } from '../rulebook/schema/condition.js';
import { ruleNode, type RuleContext } from './derive-rule.js';
import type { DerivationNode } from './node.js';

/** The eligibility rules with one outcome, in the order written, each with the exceptions that set it aside. */
export function eligibilityNodes(
  context: RuleContext,
  outcome: EligibilityOutcome,
): readonly DerivationNode[] {
  const { rulebook, standing } = context;
  return rulebook.eligibility
    .filter((rule) => rule.outcome === outcome)
    .map((rule) => {
      const exceptions = rulebook.eligibility.filter(
        (other) => other.outcome === 'graded' && other.setsAside.includes(rule.id),
      );
      const unless: Condition | undefined =
        exceptions.length === 0 ? undefined : { any: exceptions.map(({ when }) => when) };
      const excepted = unless !== undefined && holds(unless, standing.facts);
      return ruleNode(context, standing.facts, {
        what: titleOf(rule),
        when: rule.when,
        unless,
        then: outcome,
        speaks: holds(rule.when, standing.facts) && !excepted,
        source: rule,
      });
    });
}
