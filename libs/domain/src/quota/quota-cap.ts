import { holds } from '../evaluate/condition.js';
import type { Facts } from '../evaluate/facts.js';
import { compareExact, parseExact } from '../exact/exact.js';
import type { QuotaRule } from '../rulebook/schema/quota.js';

type Adjustment = QuotaRule['raised'][number];

/** The cap that counts in a unit and the rule that set it; `null`: the rulebook leaves it to people. */
export type CapChoice = {
  readonly cap: string | null;
  readonly rule: string;
  readonly clause: string | null;
};

function outermost(rules: readonly Adjustment[], facts: Facts, sign: 1 | -1): Adjustment | null {
  return rules
    .filter((rule) => holds(rule.when, facts))
    .reduce<Adjustment | null>(
      (best, rule) =>
        best !== null && sign * compareExact(parseExact(rule.cap), parseExact(best.cap)) <= 0 ? best : rule,
      null,
    );
}

/**
 * The cap of a unit from its facts: of several raised caps the highest, of several lowered caps the lowest;
 * when both kinds hold, `whenBoth` decides (N6 Art 15 is silent there, so a rulebook must say).
 */
export function chooseCap(quota: QuotaRule, unitFacts: Facts): CapChoice {
  const base: CapChoice = { cap: quota.cap, rule: quota.id, clause: quota.clause ?? null };
  const raised = outermost(quota.raised, unitFacts, 1);
  const lowered = outermost(quota.lowered, unitFacts, -1);
  if (raised !== null && lowered !== null) {
    if (quota.whenBoth === 'base') return base;
    if (quota.whenBoth === 'to_people') return { ...base, cap: null };
  }
  const chosen = lowered ?? raised;
  return chosen === null
    ? base
    : { cap: chosen.cap, rule: chosen.id, clause: chosen.clause ?? quota.clause ?? null };
}
