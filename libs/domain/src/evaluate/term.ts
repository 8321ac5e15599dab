import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { holds } from './condition.js';
import { proposeFrom } from './consequences.js';
import type { ProposedConsequence } from './evaluation.js';
import type { Facts } from './facts.js';
import { resultFacts, type EarlierResults } from './streak.js';

export type TermEvaluation = {
  /** A term result of the rulebook, or `to_people` when no rule decides. */
  readonly result: string;
  readonly rule: string;
  readonly clause: string | null;
  readonly consequences: readonly ProposedConsequence[];
};

/**
 * The contract-term appraisal (N6 Arts 18-21, 32), or null when the rulebook has none or it is not due.
 * The first rule that holds decides; otherwise it goes to people and nothing follows. `facts` are the
 * person's; give the year's `result` and `earlier` results too unless `resultFacts` has added them already.
 */
export function evaluateTerm(
  rulebook: Rulebook,
  facts: Facts,
  result?: string,
  earlier: EarlierResults = [],
): TermEvaluation | null {
  const { term } = rulebook;
  if (term === undefined) return null;
  const all = result === undefined ? facts : resultFacts(rulebook, facts, result, earlier);
  if (term.when !== undefined && !holds(term.when, all)) return null;
  const rule = term.rules.find(({ when }) => holds(when, all));
  if (rule === undefined) {
    const { id, clause, result: toPeople } = term.otherwise;
    return { result: toPeople, rule: id, clause: clause ?? term.clause ?? null, consequences: [] };
  }
  const consequences = proposeFrom(rulebook, term.consequences, rule.result, all, earlier);
  return { result: rule.result, rule: rule.id, clause: rule.clause ?? null, consequences };
}
