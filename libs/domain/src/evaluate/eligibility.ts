import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { holds } from './condition.js';
import type { Decision, EligibilityOutcome } from './evaluation.js';
import type { Facts } from './facts.js';
import type { AppraiseeCase } from './unit-case.js';

type EligibilityRule = Rulebook['eligibility'][number];

/** Which outcome counts when several rules hold; within one outcome, the rule written first. */
const PRECEDENCE = [
  'held',
  'ungraded',
  'comment_only',
  'graded',
] as const satisfies readonly EligibilityOutcome[];

const WORDS: Readonly<Record<EligibilityOutcome, LocalText>> = {
  graded: { zh: '参加年度考核，确定档次', en: 'takes part and is graded' },
  comment_only: {
    zh: '参加年度考核，只写评语，不确定档次',
    en: 'takes part; a comment is written, no grade',
  },
  ungraded: { zh: '参加年度考核，不确定档次', en: 'takes part; no grade' },
  held: {
    zh: '尚未结案，不写评语，暂不确定档次',
    en: 'case still open: no comment and no grade until it closes',
  },
};

function decision(rule: EligibilityRule): Decision {
  const { outcome } = rule;
  const by = outcome === 'held' ? 'hold' : 'exclusion';
  const why = rule.note ?? rule.title ?? WORDS[outcome];
  return { status: outcome, grade: null, by, rule: rule.id, clause: rule.clause ?? null, why };
}

/** The rules that hold and are not set aside by an exception that holds (N6 Art 41(2): maternity leave). */
export function eligibilityRulesThatHold(rulebook: Rulebook, facts: Facts): readonly EligibilityRule[] {
  const holding = rulebook.eligibility.filter((rule) => holds(rule.when, facts));
  const setAside = new Set(holding.flatMap((rule) => (rule.outcome === 'graded' ? rule.setsAside : [])));
  return holding.filter(({ id }) => !setAside.has(id));
}

/**
 * Whether a person is graded this year. A hold counts before an exclusion, `ungraded` before `comment_only`,
 * both before an explicit `graded`; the first rule written counts among equals. With no rule at all the
 * person is graded by the rule `eligibility`.
 */
export function decideEligibility(rulebook: Rulebook, facts: Facts, _person: AppraiseeCase): Decision {
  const rules = eligibilityRulesThatHold(rulebook, facts);
  for (const outcome of PRECEDENCE) {
    const rule = rules.find((each) => each.outcome === outcome);
    if (rule !== undefined) return decision(rule);
  }
  return {
    status: 'graded',
    grade: null,
    by: 'exclusion',
    rule: 'eligibility',
    clause: null,
    why: WORDS.graded,
  };
}
