import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { effectText } from './grade-effect.js';

/**
 * From when on a fact is known: `unit` (also in rules about units), `person` (before scoring), `scored`
 * (composite and survey are there, no grade yet), `result` (the year's result is final).
 */
export type FactStage = 'unit' | 'person' | 'scored' | 'result';
export type BuiltinFact = {
  readonly id: string;
  readonly type: 'boolean' | 'integer' | 'decimal' | 'code';
  readonly known: FactStage;
  readonly title: LocalText;
};

/** Facts the engine computes. `<post>`, `<dimension>` and `<result>` stand for each one of the rulebook. */
export const BUILTIN_FACTS: readonly BuiltinFact[] = [
  { id: 'year', type: 'integer', known: 'unit', title: { zh: '考核年度', en: 'the appraised year' } },
  { id: 'category', type: 'code', known: 'person', title: { zh: '人员类别', en: 'category of person' } },
  {
    id: 'post',
    type: 'code',
    known: 'person',
    title: { zh: '岗位（双岗位的第一个）', en: 'post (the first of two)' },
  },
  {
    id: 'second_post',
    type: 'code',
    known: 'person',
    title: { zh: '第二个岗位；单岗位时未知', en: 'the second post; unknown with one post' },
  },
  {
    id: 'posts_<post>',
    type: 'boolean',
    known: 'person',
    title: { zh: '是否在该岗位', en: 'holds this post' },
  },
  { id: 'dual_posts', type: 'boolean', known: 'person', title: { zh: '是否双岗位', en: 'holds two posts' } },
  {
    id: 'discipline_effect',
    type: 'code',
    known: 'person',
    title: {
      zh: '本年度处理处分对档次的影响（cap:档次、force:档次、outcome:情形）；没有时未知',
      en: 'what punishments do to the grade this year (cap:, force:, outcome:); unknown when nothing',
    },
  },
  {
    id: 'composite',
    type: 'decimal',
    known: 'scored',
    title: { zh: '综合得分（0 到 100）', en: 'composite score, 0 to 100' },
  },
  {
    id: 'score.<dimension>',
    type: 'decimal',
    known: 'scored',
    title: { zh: '该维度得分（0 到 100）', en: 'score of this dimension, 0 to 100' },
  },
  {
    id: 'satisfaction_rate',
    type: 'decimal',
    known: 'scored',
    title: {
      zh: '满意票占有效票之比（0 到 1）；样本有效时才知道',
      en: 'satisfied over valid ballots, 0 to 1; only with a valid sample',
    },
  },
  {
    id: 'survey_valid_count',
    type: 'integer',
    known: 'scored',
    title: { zh: '满意度调查有效票数', en: 'valid ballots of the survey' },
  },
  {
    id: 'survey_is_valid',
    type: 'boolean',
    known: 'scored',
    title: { zh: '满意度样本是否有效', en: 'whether the survey sample is valid' },
  },
  {
    id: 'result',
    type: 'code',
    known: 'result',
    title: {
      zh: '本年度结果（档次，或不确定档次的情形）',
      en: "the year's result: a grade, or why there is none",
    },
  },
  {
    id: 'streak.<result>.consecutive',
    type: 'integer',
    known: 'result',
    title: { zh: '截至本年度连续几年为该结果', en: 'years in a row with this result, this one included' },
  },
  {
    id: 'streak.<result>.cumulative',
    type: 'integer',
    known: 'result',
    title: {
      zh: '截至本年度累计几年为该结果',
      en: 'all years with this result, this one included; 0 when this year has another',
    },
  },
  {
    id: 'term_all_competent_or_better',
    type: 'boolean',
    known: 'result',
    title: {
      zh: '聘期内各年度是否都在合格及以上（见 term.span）；缺年度记录时未知',
      en: 'every year of the term at least competent (see term.span); unknown while a year has no record',
    },
  },
];

/** What a year may end with instead of a grade. */
export const OUTCOMES_WITHOUT_GRADE = ['comment_only', 'ungraded', 'held', 'undecided'] as const;

/** Every result a year can end with: the grades, then the outcomes without one. */
export function resultCodes(rulebook: Rulebook): readonly string[] {
  return [...rulebook.grades.map(({ code }) => code), ...OUTCOMES_WITHOUT_GRADE];
}

function codesFor(rulebook: Rulebook, placeholder: string | undefined): readonly string[] {
  if (placeholder === '<post>') return rulebook.posts.map(({ code }) => code);
  if (placeholder === '<dimension>') return rulebook.dimensions.map(({ id }) => id);
  return resultCodes(rulebook);
}

/** The engine's facts for one rulebook, with posts, dimensions and results written out. */
export function builtinFacts(rulebook: Rulebook): readonly BuiltinFact[] {
  return BUILTIN_FACTS.flatMap((fact) => {
    const placeholder = /<\w+>/.exec(fact.id)?.[0];
    if (placeholder === undefined) return [fact];
    return codesFor(rulebook, placeholder).map((code) => ({
      ...fact,
      id: fact.id.replace(placeholder, code),
    }));
  });
}

/** The values a computed fact of type `code` can have; empty for the other types. */
export function builtinValues(rulebook: Rulebook, fact: string): readonly string[] {
  switch (fact) {
    case 'category':
      return rulebook.categories.map(({ code }) => code);
    case 'post':
    case 'second_post':
      return rulebook.posts.map(({ code }) => code);
    case 'result':
      return resultCodes(rulebook);
    case 'discipline_effect':
      return rulebook.discipline.rows.flatMap(({ years }) => years.map(effectText));
    default:
      return [];
  }
}
