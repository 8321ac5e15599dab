import type { LintRow } from './lint-row.js';

const PANEL = 'dimensions[political_quality].sheets[0].parts[0]';
const GRID = 'dimensions[work_results].sheets[work_results.grid]';
const TITLE = { zh: '题', en: 'title' };

/** Form, declarations, references and conditions: one faulty edit of the national rulebook a row. */
export const FORM_ROWS: readonly LintRow[] = [
  {
    rule: 'a key the format does not have',
    edits: [['quota.limit', 3]],
    finds: [['LINT_UNKNOWN_KEY', 'limit: 3', '第十五条第一款']],
  },
  {
    rule: 'a missing key',
    edits: [['quota.base', undefined]],
    finds: [['LINT_KEY_MISSING', 'quota:', '第十五条第一款']],
  },
  {
    rule: 'a value of the wrong type',
    edits: [['process.notice.workingDays', 'five']],
    finds: [['LINT_TYPE', 'workingDays: five', '第十七条第四项']],
  },
  {
    rule: 'a value outside the choices',
    edits: [['quota.base', 'everyone']],
    finds: [['LINT_VALUE', 'base: everyone', '第十五条第一款']],
  },
  {
    rule: 'an unstated quota rounding',
    edits: [['quota.rounding', undefined]],
    finds: [['LINT_ROUNDING_UNSTATED', 'quota:', '第十五条第一款']],
  },
  {
    rule: 'an unstated rounding of a dimension',
    edits: [['dimensions[work_results].rounding', undefined]],
    finds: [['LINT_ROUNDING_UNSTATED', 'id: work_results', null]],
  },
  {
    rule: 'an unstated rounding of the composite',
    edits: [['compositeRounding', undefined]],
    finds: [['LINT_ROUNDING_UNSTATED', '#', null]],
  },
  {
    rule: 'a band that does not say whether it includes its boundary',
    edits: [['bands[band.competent].from.includes', undefined]],
    finds: [['LINT_BOUNDARY_UNSTATED', 'from: { value: 75 }', '第十条']],
  },
  {
    rule: 'a band given as a bare number',
    edits: [['bands[band.competent].from', 75]],
    finds: [['LINT_BOUNDARY_UNSTATED', 'from: 75', '第十条']],
  },
  {
    rule: 'a plan without consultation',
    edits: [['process.consultation.required', false]],
    finds: [['LINT_CONSULTATION', 'required: false', '第十七条第一项']],
  },
  {
    rule: 'two rules with one id',
    edits: [['vetoes[veto.article_13].id', 'veto.article_14']],
    finds: [['LINT_DUPLICATE_ID', 'id: veto.article_14', '第十三条']],
  },
  {
    rule: 'a grade declared twice',
    edits: [['grades[4]', { code: 'competent', title: TITLE }]],
    finds: [['LINT_DUPLICATE_ID', 'code: competent', null]],
  },
  {
    rule: 'a rule with neither clause nor local choice',
    edits: [['vetoes[veto.article_14].clause', undefined]],
    finds: [['LINT_NO_SOURCE', 'id: veto.article_14', null]],
  },
  {
    rule: 'a band for a grade that does not exist',
    edits: [['bands[band.competent].grade', 'good']],
    finds: [['LINT_UNKNOWN_GRADE', 'grade: good', '第十条']],
  },
  {
    rule: 'a quota for a grade that does not exist (C4)',
    edits: [['quota.grades', ['great']]],
    finds: [
      ['LINT_UNKNOWN_GRADE', 'great', '第十五条第一款'],
      ['LINT_QUOTA_GRADES', 'grades:', '第十五条第一款'],
      ['LINT_NOTICE_GRADES', 'grades: [ excellent ]', '第十七条第四项'],
    ],
  },
  {
    rule: 'a notice for a grade that does not exist',
    edits: [['process.notice.grades', ['excellent', 'good']]],
    finds: [['LINT_UNKNOWN_GRADE', 'good', '第十七条第四项']],
  },
  {
    rule: 'a veto that forces a grade that does not exist',
    edits: [['vetoes[veto.article_14].effect', { force: 'fail' }]],
    finds: [['LINT_UNKNOWN_GRADE', 'force: fail', '第十四条']],
  },
  {
    rule: 'a consequence of a result that does not exist',
    edits: [['consequences[good.year_counts].results', ['excellent', 'good']]],
    finds: [['LINT_UNKNOWN_RESULT', 'good', '第二十八条第三项']],
  },
  {
    rule: 'a sheet for a post that does not exist',
    edits: [[`${GRID}.posts`, ['grid_worker', 'driver']]],
    finds: [['LINT_UNKNOWN_POST', 'driver', null]],
  },
  {
    rule: 'a gate for a category that does not exist',
    edits: [['gates[gate.remove_elected].categories', ['elected', 'volunteer']]],
    finds: [['LINT_UNKNOWN_CATEGORY', 'volunteer', '居民委员会组织法第八条、第十条']],
  },
  {
    rule: 'a rater role that does not exist',
    edits: [[`${PANEL}.source.raters[0].role`, 'neighbour']],
    finds: [['LINT_UNKNOWN_ROLE', 'neighbour', '第五条第一项']],
  },
  {
    rule: 'a survey fallback role that does not exist',
    edits: [['survey.fallbackRole', 'neighbour']],
    finds: [['LINT_UNKNOWN_ROLE', 'neighbour', '第十七条第三项']],
  },
  {
    rule: 'an exception that sets aside a rule that does not exist',
    edits: [['eligibility[graded.maternity_leave].setsAside', ['exclusion.leave']]],
    finds: [['LINT_UNKNOWN_RULE', 'exclusion.leave', '第四十一条第二款']],
  },
  {
    rule: 'a gate that does not exist',
    edits: [['consequences[bad.lower_post].gate', 'gate.none']],
    finds: [['LINT_UNKNOWN_GATE', 'gate: gate.none', '第三十条第三项']],
  },
  {
    rule: 'a condition on a fact nobody declared',
    edits: [['vetoes[veto.article_14].when', { fact: 'mood', op: 'eq', value: true }]],
    finds: [['LINT_UNKNOWN_FACT', 'when:', '第十四条']],
  },
  {
    rule: 'a tie-break by a fact nobody declared',
    edits: [['quota.tieBreaks[tie.work_results].by', 'score.charm']],
    finds: [['LINT_UNKNOWN_FACT', 'score.charm', '第十五条第一款']],
  },
  {
    rule: 'eligibility that reads the score',
    edits: [['eligibility[hold.investigation].when', { fact: 'composite', op: 'lt', value: 1 }]],
    finds: [['LINT_FACT_NOT_YET_KNOWN', 'when:', '第四十二条']],
  },
  {
    rule: 'a unit cap that reads a fact about a person',
    edits: [['quota.raised[0].when', { fact: 'frontline', op: 'eq', value: true }]],
    finds: [['LINT_FACT_NOT_YET_KNOWN', 'when:', '第十五条第二款第一项']],
  },
  {
    rule: 'an ordering of yes and no',
    edits: [['vetoes[veto.article_14].when.op', 'gt']],
    finds: [['LINT_FACT_TYPE', 'op: gt', '第十四条']],
  },
  {
    rule: 'a number compared with a text',
    edits: [['vetoes[veto.satisfaction_floor].when.value', 'sixty']],
    finds: [['LINT_FACT_TYPE', 'value: sixty', '京民基发〔2012〕296号']],
  },
  {
    rule: '"in" without a list',
    edits: [['eligibility[graded.sent_by_unit].when.value', 'study']],
    finds: [['LINT_FACT_TYPE', 'value: study', '第三十八条第二项']],
  },
  {
    rule: '"known" with a value',
    edits: [['vetoes[veto.article_14].when', { fact: 'article_14_found', op: 'known', value: true }]],
    finds: [['LINT_FACT_TYPE', 'when:', '第十四条']],
  },
  {
    rule: 'a code the fact never has',
    edits: [['quota.lowered[0].when.value', 'bad']],
    finds: [['LINT_FACT_VALUE', 'value: bad', '第十五条第三款']],
  },
  {
    rule: 'a fact of type code without values',
    edits: [
      ['facts[unit_performance].values', undefined],
      ['facts[unit_performance].default', undefined],
      ['quota.raised[2].when', { fact: 'unit_performance', op: 'known' }],
      ['quota.lowered[0].when', { fact: 'unit_performance', op: 'known' }],
    ],
    finds: [['LINT_FACT_DECLARATION', 'id: unit_performance', null]],
  },
  {
    rule: 'a default of another type',
    edits: [['facts[frontline].default', 'no']],
    finds: [['LINT_FACT_DECLARATION', 'default: no', null]],
  },
  {
    rule: 'a declared fact the engine computes',
    edits: [
      ['facts[frontline].id', 'dual_posts'],
      ['quota.tieBreaks[0].prefer.fact', 'commended'],
    ],
    finds: [['LINT_FACT_DECLARATION', 'id: dual_posts', null]],
  },
  {
    rule: 'a sum of something that is no number',
    edits: [['computedFacts[leave_months].sumOf', ['sick_leave_months', 'frontline']]],
    finds: [['LINT_FACT_DECLARATION', 'frontline', '第四十一条第一款']],
  },
];
