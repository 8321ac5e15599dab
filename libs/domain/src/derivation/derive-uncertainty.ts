import { needsPeople } from '../evaluate/survey-uncertainty.js';
import { liesBetween, satisfactionLines } from '../evaluate/satisfaction-lines.js';
import { formatExact, parseExact } from '../exact/exact.js';
import { INTERVAL_PLACES } from '../survey/count/wilson.js';
import { derived, input, reference, text } from './build.js';
import { satisfactionNode } from './derive-part.js';
import type { RuleContext } from './derive-rule.js';
import { NONE, type DerivationNode } from './node.js';

function endNode(context: RuleContext, end: 'low' | 'high', value: string): DerivationNode {
  const { satisfied = 0, valid = 0, population = null } = context.standing.person.survey ?? {};
  const people = population === null ? NONE : String(population);
  return derived(
    end === 'low'
      ? text('95%区间下限', '95 % interval, low end')
      : text('95%区间上限', '95 % interval, high end'),
    value,
    { op: 'wilson', end, places: INTERVAL_PLACES },
    [
      input(text('满意票', 'satisfied ballots'), String(satisfied), 'survey:satisfied'),
      input(text('有效票', 'valid ballots'), String(valid), 'survey:valid'),
      input(text('调查总体（人或户）', 'population asked from'), people, 'survey:population'),
    ],
    { id: `survey.${end}` },
  );
}

/**
 * Whether chance alone could have put the person into another grade: the rate, its interval, the lines drawn
 * through it and the grade at both ends. Stands beside the steps of the result and changes none of them; null
 * where the rulebook does not ask.
 */
export function uncertaintyNode(context: RuleContext): DerivationNode | null {
  const { rulebook, standing } = context;
  const { uncertainty, person, reading } = standing;
  if (uncertainty === null || !reading.valid) return null;
  const { interval, grade, gradeAtLow, gradeAtHigh } = uncertainty;
  const lines = satisfactionLines(rulebook).map(({ rule, clause, title, line }) => {
    const holds = liesBetween(parseExact(line), parseExact(interval.low), parseExact(interval.high));
    return derived(
      text(
        `区间是否跨越“${title.zh}”的界线${line}`,
        `does the interval hold the line ${line} of "${title.en}"?`,
      ),
      String(holds),
      { op: 'between', line },
      [
        reference(text('下限', 'low end'), interval.low, 'survey.low'),
        reference(text('上限', 'high end'), interval.high, 'survey.high'),
      ],
      { source: { id: rule, clause } },
    );
  });
  return derived(
    text('抽样误差是否影响档次', 'could chance alone change the grade?'),
    needsPeople(uncertainty)[0] ?? NONE,
    { op: 'needs_people', says: 'survey_near_line' },
    [
      reference(text('按实测满意率', 'at the measured rate'), grade, 'provisional'),
      input(text('满意率取下限时的档次', 'the grade at the low end'), gradeAtLow, 'interval:low.grade'),
      input(text('满意率取上限时的档次', 'the grade at the high end'), gradeAtHigh, 'interval:high.grade'),
      satisfactionNode({ rulebook, post: '', survey: person.survey }, formatExact(reading.rate)),
      endNode(context, 'low', interval.low),
      endNode(context, 'high', interval.high),
      ...lines,
    ],
    {
      source: rulebook.survey,
      note: text('区间两端档次不同的，由具名人员认定', 'where the grades differ, named people decide'),
    },
  );
}
