import { HUNDRED, formatExact, multiplyExact } from '../exact/exact.js';
import type { PartScore } from '../evaluate/score-part.js';
import type { RoleScore } from '../evaluate/score-role.js';
import type { Score } from '../evaluate/score.js';
import { titleOf } from '../evaluate/sheet.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { derived, input, text } from './build.js';
import { NONE, TO_PEOPLE, type DerivationNode } from './node.js';

/** Where a part's inputs come from: the person's post, and the survey counts of the case. */
export type PartContext = {
  readonly rulebook: Rulebook;
  readonly post: string;
  readonly survey:
    | {
        readonly satisfied: number;
        readonly valid: number;
        readonly ordinary: number;
        readonly assisted?: number | undefined;
        readonly count?: string | undefined;
      }
    | undefined;
};

/** A score as the value of a node. */
export function scoreText(score: Score): string {
  if (score.kind === 'number') return formatExact(score.value);
  return score.kind === 'none' ? NONE : TO_PEOPLE;
}

function roleTitle(rulebook: Rulebook, role: string): LocalText {
  return rulebook.roles.find(({ code }) => code === role)?.title ?? text(role, role);
}

/** Marks from small to large and without their raters: who gave which is nobody's business. */
function markNodes(marks: RoleScore['marks'], address: string, dropLowest: number, dropHighest: number) {
  return marks.marks.map((mark, at): DerivationNode => {
    const dropped = at < dropLowest || at >= marks.marks.length - dropHighest;
    return derived(
      dropped ? text('评分（去掉）', 'mark (dropped)') : text('评分', 'mark'),
      formatExact(mark),
      { op: 'input', from: `${address}#${at + 1}` },
      [],
    );
  });
}

function voidNote(marks: RoleScore['marks'], minCount: number): LocalText | null {
  const notes: LocalText[] = [];
  const [first] = marks.voided;
  if (first !== undefined) {
    notes.push(
      text(
        `无效票${marks.voided.length}张（${first.why.zh}）`,
        `${marks.voided.length} void (${first.why.en})`,
      ),
    );
  }
  if (marks.marks.length < minCount) {
    notes.push(
      text(
        `有效评分${marks.marks.length}份，不足${minCount}份`,
        `${marks.marks.length} valid marks, ${minCount} needed`,
      ),
    );
  }
  if (notes.length === 0) return null;
  return text(notes.map(({ zh }) => zh).join('；'), notes.map(({ en }) => en).join('; '));
}

function roleNode(context: PartContext, part: string, role: RoleScore): DerivationNode {
  const { rater, marks, dropLowest, dropHighest } = role;
  const name = roleTitle(context.rulebook, rater.role);
  const trim = rater.trim === 'none' ? { dropHighest: 0, dropLowest: 0, whenMoreThan: 0 } : rater.trim;
  const address = `mark:${context.post}/${part}/${rater.role}`;
  const trimmed = dropLowest + dropHighest > 0;
  return derived(
    trimmed
      ? text(
          `${name.zh}评分的平均（去掉最高${dropHighest}份、最低${dropLowest}份）`,
          `mean mark of ${name.en} (${dropHighest} highest and ${dropLowest} lowest dropped)`,
        )
      : text(`${name.zh}评分的平均`, `mean mark of ${name.en}`),
    scoreText(role.score),
    { op: 'trimmed_mean', ...trim, minCount: rater.minCount },
    markNodes(marks, address, dropLowest, dropHighest),
    {
      note: voidNote(marks, rater.minCount),
      source: marks.voided[0] === undefined ? undefined : ballotSource(marks),
    },
  );
}

function ballotSource(marks: RoleScore['marks']) {
  const [first] = marks.voided;
  return { id: first?.rule, clause: first?.clause };
}

/** Notes which children had no score and what the rulebook does about it. */
export function missingNote(
  items: readonly { readonly title: LocalText; readonly missing: string; readonly value: string }[],
): LocalText | null {
  const silent = items.filter(({ value }) => value === NONE);
  if (silent.length === 0) return null;
  const word = (missing: string): LocalText =>
    missing === 'redistribute'
      ? text('权重由其余各项按比例分担', 'its weight is shared by the others in proportion')
      : missing === 'zero'
        ? text('按0分计', 'counts as 0')
        : text('交由人工研究', 'left to people');
  return text(
    silent.map(({ title, missing }) => `“${title.zh}”无有效分数，${word(missing).zh}`).join('；'),
    silent.map(({ title, missing }) => `"${title.en}" has no valid score: ${word(missing).en}`).join('; '),
  );
}

function marksNode(context: PartContext, scored: PartScore & { source: { kind: 'marks' } }): DerivationNode {
  const { part, source } = scored;
  const roles = source.roles.map((role) => roleNode(context, part.id, role));
  const mean = derived(
    text('各评价主体加权平均', 'weighted mean over the raters'),
    scoreText(source.mean),
    {
      op: 'weighted_mean',
      weights: source.roles.map(({ rater }) => rater.weight),
      missing: source.roles.map(({ rater }) => rater.missing),
    },
    roles,
    {
      note: missingNote(
        source.roles.map(({ rater }, at) => ({
          title: roleTitle(context.rulebook, rater.role),
          missing: rater.missing,
          value: roles[at]?.value ?? NONE,
        })),
      ),
    },
  );
  const max = input(text('满分', 'maximum mark'), formatExact(source.max), `rulebook:${part.id}.max`);
  return derived(titleOf(part), scoreText(scored.score), { op: 'ratio', times: '100' }, [mean, max], {
    source: part,
  });
}

function surveyShareNode(context: PartContext, times: string, value: string): DerivationNode {
  const rule = context.rulebook.survey;
  const {
    satisfied,
    valid,
    ordinary,
    assisted = 0,
  } = context.survey ?? { satisfied: 0, valid: 0, ordinary: 0 };
  const most = rule?.assistedMaxShare;
  return derived(
    text('满意票占有效票的比例', 'share of satisfied among valid ballots'),
    value,
    {
      op: 'survey_share',
      minValid: rule?.minValid ?? 1,
      minOrdinaryShare: rule?.minOrdinaryShare ?? '0',
      ...(most === undefined ? {} : { assistedMaxShare: most }),
      times,
    },
    [
      input(text('满意票', 'satisfied ballots'), String(satisfied), 'survey:satisfied'),
      input(text('有效票', 'valid ballots'), String(valid), 'survey:valid'),
      input(
        text('普通居民有效票', 'valid ballots of ordinary residents'),
        String(ordinary),
        'survey:ordinary',
      ),
      ...(most === undefined
        ? []
        : [
            input(
              text('工作人员代填的有效票', 'valid ballots filled in by staff'),
              String(assisted),
              'survey:assisted',
            ),
          ]),
    ],
    {
      source: rule,
      note: surveyNote(context, value),
    },
  );
}

/** Why there is no number, or the confirmed count the numbers are taken from. */
function surveyNote({ survey }: PartContext, value: string): LocalText | null {
  if (value === NONE) return text('样本无效，不产生分数', 'the sample is not valid: no number');
  const count = survey?.count;
  return count === undefined ? null : text(`取自计票结果 ${count}`, `from the count ${count}`);
}

/** The satisfaction rate (0 to 1) as a fact of its own, for the rules that read it. */
export function satisfactionNode(context: PartContext, value: string): DerivationNode {
  return { ...surveyShareNode(context, '1', value), id: 'satisfaction_rate' };
}

function surveyNode(
  context: PartContext,
  scored: PartScore & { source: { kind: 'survey' } },
): DerivationNode {
  const { part, source } = scored;
  const rate = source.reading.valid ? formatExact(multiplyExact(source.reading.rate, HUNDRED)) : NONE;
  const children = [surveyShareNode(context, '100', rate)];
  const { fallback } = source;
  if (fallback !== null) {
    const name = roleTitle(context.rulebook, fallback.role);
    children.push(
      derived(
        text(`调查无效时由${name.zh}评分代替`, `marks of ${name.en} stand in for the survey`),
        scoreText(fallback.mean),
        { op: 'mean', minCount: 1 },
        markNodes(fallback.marks, `mark:${context.post}/${part.id}/${fallback.role}`, 0, 0),
      ),
    );
  }
  if (source.toPeople) {
    children.push(
      input(
        text('调查无效且无代替', 'no valid survey, nothing stands in'),
        TO_PEOPLE,
        'rulebook:survey.fallback',
      ),
    );
  }
  return derived(titleOf(part), scoreText(scored.score), { op: 'first' }, children, { source: part });
}

function routineNode(scored: PartScore & { source: { kind: 'routine' } }): DerivationNode {
  const { part, source } = scored;
  const minCount = part.source.kind === 'routine' ? part.source.minPeriods : 1;
  const children = source.values.map(([period, value]) =>
    input(text(`${period}平时考核`, `routine appraisal ${period}`), formatExact(value), `routine:${period}`),
  );
  return derived(titleOf(part), scoreText(scored.score), { op: 'mean', minCount }, children, {
    source: part,
  });
}

function factNode(scored: PartScore & { source: { kind: 'fact' } }): DerivationNode {
  const { part, source } = scored;
  const max = input(text('满分', 'maximum'), formatExact(source.max), `rulebook:${part.id}.max`);
  const measured = input(
    text(`量化数据 ${source.fact}`, `measured ${source.fact}`),
    source.value === null ? NONE : formatExact(source.value),
    `measured:${source.fact}`,
  );
  return derived(titleOf(part), scoreText(scored.score), { op: 'ratio', times: '100' }, [measured, max], {
    source: part,
  });
}

/** A part from its marks, survey, routine periods or measured fact up to its score. */
export function derivePart(context: PartContext, scored: PartScore): DerivationNode {
  const { source } = scored;
  switch (source.kind) {
    case 'marks':
      return marksNode(context, { ...scored, source });
    case 'survey':
      return surveyNode(context, { ...scored, source });
    case 'routine':
      return routineNode({ ...scored, source });
    case 'fact':
      return factNode({ ...scored, source });
  }
}
