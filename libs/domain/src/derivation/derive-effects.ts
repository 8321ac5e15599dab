import { holds } from '../evaluate/condition.js';
import type { ConsideredPunishment } from '../evaluate/discipline.js';
import { effectText } from '../evaluate/grade-effect.js';
import { titleOf } from '../evaluate/sheet.js';
import type { GradeEffect } from '../rulebook/schema/scoring.js';
import { derived, input, reference, text } from './build.js';
import { ruleNode, type RuleContext } from './derive-rule.js';
import { NONE, type DerivationNode } from './node.js';

/** `cap`, `force` or `outcome`, and what it says: `incompetent`, `held`. */
function parts(effect: GradeEffect): readonly [kind: string, says: string] {
  const [kind = '', says = ''] = effectText(effect).split(':');
  return [kind, says];
}

function punishmentNode(context: RuleContext, considered: ConsideredPunishment): DerivationNode {
  const { rulebook } = context;
  const { punishment, decidedIn, yearsAfter, rule, clause, effect } = considered;
  const row = rulebook.discipline.rows.find(({ id }) => id === rule);
  const name = rulebook.discipline.punishments.find(({ code }) => code === punishment)?.title;
  const table = (row?.years ?? []).map((each, year) => ({ key: String(year), value: effectText(each) }));
  const years = input(
    text(`距处分决定年度（${decidedIn}）的年数`, `years after the decision in ${decidedIn}`),
    String(yearsAfter),
    `punishment:${rule}/${decidedIn}`,
  );
  const what = name ?? text(punishment, punishment);
  return derived(what, effectText(effect), { op: 'lookup', table }, [years], {
    source: { id: rule, clause },
  });
}

/** All punishments that speak this year and the heaviest of their effects: the node `discipline_effect`. */
export function disciplineNode(context: RuleContext): DerivationNode {
  const { rulebook, standing } = context;
  const considered = standing.discipline?.considered ?? [];
  const severity = rulebook.discipline.severity.map(effectText);
  const unlisted = considered
    .map(({ effect }) => effectText(effect))
    .filter((effect) => !severity.includes(effect));
  const value = standing.discipline === null ? NONE : effectText(standing.discipline.effect);
  return derived(
    text('处分对考核结果影响最重的一项', 'the punishment that weighs heaviest on the result'),
    value,
    // An effect the table of severity does not name weighs least.
    { op: 'heaviest', order: [...new Set(unlisted), ...severity] },
    considered.map((one) => punishmentNode(context, one)),
    { id: 'discipline_effect', source: rulebook.discipline },
  );
}

/** What discipline says of one kind (`force`) as a step of its own; nothing when it says something else. */
function disciplineSays(
  context: RuleContext,
  kind: string,
  wanted: (says: string) => boolean,
): DerivationNode[] {
  const { discipline } = context.standing;
  if (discipline === null) return [];
  const [had, says] = parts(discipline.effect);
  if (had !== kind || !wanted(says)) return [];
  const effect = effectText(discipline.effect);
  const source = { id: discipline.rule, clause: discipline.clause };
  const read = reference(text('处分影响', 'effect of discipline'), effect, 'discipline_effect');
  const table = [{ key: effect, value: says }];
  return [
    derived(text('处分的影响', 'what the punishment does'), says, { op: 'lookup', table }, [read], {
      source,
    }),
  ];
}

/** Discipline and every veto of one kind of effect, whether they speak or not. */
export function effectNodes(
  context: RuleContext,
  kind: 'cap' | 'force' | 'outcome',
  wanted: (says: string) => boolean = () => true,
): readonly DerivationNode[] {
  const { rulebook, standing } = context;
  const vetoes = rulebook.vetoes.flatMap((veto) => {
    const [had, says] = parts(veto.effect);
    if (had !== kind || !wanted(says)) return [];
    return [
      ruleNode(context, standing.facts, {
        what: titleOf(veto),
        when: veto.when,
        then: says,
        speaks: holds(veto.when, standing.facts),
        source: veto,
      }),
    ];
  });
  return [...disciplineSays(context, kind, wanted), ...vetoes];
}
