import type { PersonStanding } from '../evaluate/evaluate-person.js';
import { gradeByBand } from '../evaluate/provisional.js';
import type { QuotaResult } from '../quota/solve-quota.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { derived, text } from './build.js';
import { disciplineNode, effectNodes } from './derive-effects.js';
import { eligibilityNodes } from './derive-eligibility.js';
import type { RuleContext } from './derive-rule.js';
import { deriveComposite } from './derive-score.js';
import { deriveSeat } from './derive-seat.js';
import { uncertaintyNode } from './derive-uncertainty.js';
import { NONE, type DerivationNode, type Operation } from './node.js';

function spoken(nodes: readonly DerivationNode[]): string {
  return nodes.find(({ value }) => value !== NONE)?.value ?? NONE;
}

function bandNode(context: RuleContext): DerivationNode {
  const { rulebook, standing } = context;
  const { scores, person } = standing;
  const bands: Extract<Operation, { op: 'band' }>['bands'] = rulebook.bands.map((band) => ({
    grade: band.grade,
    from: band.from.value,
    fromIncludes: band.from.includes,
    to: band.to.value,
    toIncludes: band.to.includes,
  }));
  const decision = gradeByBand(rulebook, scores.composite);
  const composite = deriveComposite({ rulebook, survey: person.survey }, scores);
  return derived(
    text('按综合得分所在区间', 'by the band of the composite'),
    decision.grade ?? 'undecided',
    { op: 'band', bands },
    [composite],
    { source: { id: decision.rule, clause: decision.clause } },
  );
}

/** The grade before the quota: a forced grade or the band's, no better than any cap. */
function provisionalNode(context: RuleContext): DerivationNode {
  const order = context.rulebook.grades.map(({ code }) => code);
  const forces = effectNodes(context, 'force');
  const worst = (nodes: readonly DerivationNode[]) =>
    nodes
      .map(({ value }) => value)
      .filter((value) => value !== NONE)
      .reduce((a, b) => (a === NONE || order.indexOf(b) > order.indexOf(a) ? b : a), NONE);
  const forced = derived(
    text('直接确定的档次（多项取较差）', 'a grade forced by a rule (the worst of several)'),
    worst(forces),
    { op: 'worst', order },
    forces,
  );
  const base = [forced, bandNode(context)];
  const basis = derived(
    text('确定档次的依据', 'what the grade rests on'),
    spoken(base),
    { op: 'first' },
    base,
  );
  const caps = effectNodes(context, 'cap');
  const limit = worst(caps);
  const open = basis.value === 'undecided' && limit !== order[order.length - 1];
  const value = open ? basis.value : worst([basis, ...caps].filter((node) => node.value !== 'undecided'));
  return derived(text('拟定档次', 'provisional grade'), value, { op: 'worst', order }, [basis, ...caps], {
    id: 'provisional',
  });
}

/**
 * The whole way from marks to the final result of one person: hold, exclusion, forced grades, caps, band and
 * quota, in the order of precedence; each step with its rule and clause. The root's value is the grade, or
 * the outcome (`held`, `comment_only`, `ungraded`, `undecided`) of whoever gets none.
 */
export function derivePerson(
  rulebook: Rulebook,
  standing: PersonStanding,
  quota: QuotaResult,
): DerivationNode {
  const context: RuleContext = { rulebook, standing };
  const held = [
    ...eligibilityNodes(context, 'held'),
    ...effectNodes(context, 'outcome', (says) => says === 'held'),
  ];
  const excluded = [
    ...eligibilityNodes(context, 'ungraded'),
    ...eligibilityNodes(context, 'comment_only'),
    ...effectNodes(context, 'outcome', (says) => says !== 'held'),
  ];
  const hold = derived(text('是否暂缓', 'on hold?'), spoken(held), { op: 'first' }, held);
  const exclusion = derived(
    text('是否不确定档次', 'left without a grade?'),
    spoken(excluded),
    { op: 'first' },
    excluded,
  );
  const seat = deriveSeat(context, provisionalNode(context), quota);
  const steps = [hold, exclusion, seat];
  const root = derived(text('考核结果', 'result'), spoken(steps), { op: 'first' }, steps);
  // Discipline stands beside the steps: they refer to it, and it speaks through them only. What the survey
  // leaves open stands there too: it changes no step.
  const uncertainty = uncertaintyNode(context);
  const beside = [
    ...(standing.discipline === null ? [] : [disciplineNode(context)]),
    ...(uncertainty === null ? [] : [uncertainty]),
  ];
  return beside.length === 0 ? root : { ...root, children: [...steps, ...beside] };
}
