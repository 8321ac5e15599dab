import type { LintRow } from './lint-row.js';

const TRIM = { dropHighest: 1, dropLowest: 1, whenMoreThan: 5 };
const PANEL = 'dimensions[political_quality].sheets[0].parts[0]';
const STAFF = 'dimensions[work_results].sheets[work_results.staff]';
const CHOICE = { zh: '试验', en: 'test' };
const TITLE = { zh: '题', en: 'title' };

/** Weights, dimensions, raters, survey and bands: one faulty edit of the national rulebook a row. */
export const SCORING_ROWS: readonly LintRow[] = [
  {
    rule: 'dimensions that weigh 99.99',
    edits: [['dimensions[work_results].weight', 39.99]],
    finds: [['LINT_WEIGHTS_NOT_100', 'dimensions:', null]],
  },
  {
    rule: 'parts that weigh 110',
    edits: [[`${STAFF}.parts[staff.tasks].weight`, 60]],
    finds: [['LINT_WEIGHTS_NOT_100', 'parts:', null]],
  },
  {
    rule: 'rater roles that weigh 90',
    edits: [[`${STAFF}.parts[staff.service].source.raters[peer].weight`, 40]],
    finds: [['LINT_WEIGHTS_NOT_100', 'raters:', '第七条']],
  },
  {
    rule: 'a weight of zero',
    edits: [
      [`${STAFF}.parts[staff.service].source.raters[peer].weight`, 0],
      [`${STAFF}.parts[staff.service].source.raters[supervisor].weight`, 100],
    ],
    finds: [['LINT_WEIGHT_NOT_POSITIVE', 'weight: 0', '第七条']],
  },
  {
    rule: 'a maximum of zero',
    edits: [[`${PANEL}.source.max`, 0]],
    finds: [['LINT_WEIGHT_NOT_POSITIVE', 'max: 0', '第五条第一项']],
  },
  {
    rule: 'two bands that both include their boundary',
    edits: [['bands[band.competent].to.includes', true]],
    finds: [['LINT_BANDS_OVERLAP', 'to: { value: 90, includes: true }', '第十条']],
  },
  {
    rule: 'two bands that overlap',
    edits: [['bands[band.basically_competent].to.value', 80]],
    finds: [['LINT_BANDS_OVERLAP', 'value: 80', '第十条']],
  },
  {
    rule: 'a boundary neither band includes',
    edits: [['bands[band.excellent].from.includes', false]],
    finds: [['LINT_BANDS_GAP', 'to: { value: 90, includes: false }', '第十条']],
  },
  {
    rule: 'a gap between two bands',
    edits: [['bands[band.competent].to.value', 89.5]],
    finds: [['LINT_BANDS_GAP', 'value: 89.5', '第十条']],
  },
  {
    rule: 'bands that leave out 100',
    edits: [['bands[band.excellent].to.includes', false]],
    finds: [['LINT_BANDS_GAP', 'to: { value: 100, includes: false }', '第十条']],
  },
  {
    rule: 'bands that leave out 0',
    edits: [['bands[band.incompetent].from.value', 1]],
    finds: [['LINT_BANDS_GAP', 'from: { value: 1, includes: true }', '第十条']],
  },
  {
    rule: 'bands whose grades are in the wrong order',
    edits: [
      ['bands[band.excellent].grade', 'competent'],
      ['bands[band.competent].grade', 'excellent'],
    ],
    finds: [['LINT_BANDS_ORDER', 'id: band.competent', '第十条']],
  },
  {
    rule: 'a grade nothing leads to',
    edits: [
      ['grades[4]', { code: 'lost', title: TITLE }],
      ['consequences[good.year_counts].results', ['excellent', 'competent', 'lost']],
    ],
    finds: [['LINT_GRADE_UNREACHABLE', 'lost', null]],
  },
  {
    rule: 'a mandatory dimension that is missing',
    edits: [
      ['dimensions[resident_satisfaction].id', 'neighbourliness'],
      ['quota.tieBreaks[tie.resident_satisfaction].by', 'score.work_results'],
    ],
    finds: [['LINT_DIMENSION_MISSING', 'dimensions:', null]],
  },
  {
    rule: 'political quality taken from a survey',
    edits: [[`${PANEL}.source`, { kind: 'survey' }]],
    finds: [['LINT_POLITICAL_BY_MACHINE', 'source:', '第五条第一项']],
  },
  {
    rule: 'political quality with deductions counted by machine',
    edits: [
      [
        'dimensions[political_quality].adjustments',
        [{ id: 'deduction.x', localChoice: CHOICE, kind: 'deduction', pointsEach: 1, cap: 1 }],
      ],
    ],
    finds: [['LINT_POLITICAL_BY_MACHINE', 'adjustments:', null]],
  },
  {
    rule: 'a post without a sheet',
    edits: [[`${STAFF}.posts`, ['committee_member']]],
    finds: [['LINT_POST_WITHOUT_SHEET', 'sheets:', null]],
  },
  {
    rule: 'a sheet behind one that takes all posts',
    edits: [['dimensions[work_results].sheets[0].posts', 'all']],
    finds: [
      ['LINT_SHEET_UNREACHABLE', 'id: work_results.grid', null],
      ['LINT_SHEET_UNREACHABLE', 'id: work_results.staff', null],
    ],
  },
  {
    rule: 'a survey part without a survey rule',
    edits: [['survey', undefined]],
    finds: [['LINT_SURVEY_RULE_MISSING', 'id: resident_satisfaction.survey', '第十七条第三项']],
  },
  {
    rule: 'a share of ordinary residents above 1',
    edits: [['survey.minOrdinaryShare', 70]],
    finds: [['LINT_SURVEY_RULE', 'minOrdinaryShare: 70', '第十七条第三项']],
  },
  {
    rule: 'satisfaction that begins off the scale',
    edits: [['survey.satisfiedFrom', 6]],
    finds: [['LINT_SURVEY_RULE', 'satisfiedFrom: 6', '第十七条第三项']],
  },
  {
    rule: 'a share filled in by staff above 1',
    edits: [['survey.assistedMaxShare', 20]],
    finds: [['LINT_SURVEY_RULE', 'assistedMaxShare: 20', '第十七条第三项']],
  },
  {
    rule: 'reminders in hours that end before they begin',
    edits: [['survey.reminders.toHour', 9]],
    finds: [['LINT_SURVEY_RULE', 'toHour: 9', '第十七条第三项']],
  },
  {
    rule: 'comments shown sooner than answers',
    edits: [['survey.suppression.comments', 4]],
    finds: [['LINT_SURVEY_RULE', 'comments: 4', '第十七条第三项']],
  },
  {
    rule: 'a stratum drawn twice',
    edits: [['survey.strata[1].stratum', 'ordinary']],
    finds: [['LINT_SURVEY_RULE', 'stratum: ordinary', '第十七条第三项']],
  },
  {
    rule: 'a sample smaller than what makes it valid',
    edits: [['survey.minValid', 121]],
    finds: [['LINT_SURVEY_RULE', 'strata:', '第十七条第三项']],
  },
  {
    rule: 'a sample that cannot reach the share of ordinary residents',
    edits: [['survey.strata', [{ stratum: 'representative', sample: 60 }]]],
    finds: [['LINT_SURVEY_RULE', 'strata:', '第十七条第三项']],
  },
  {
    rule: 'an appraisee who marks himself',
    edits: [
      ['roles[5]', { code: 'self', title: TITLE }],
      [`${STAFF}.parts[staff.tasks].source.raters[0].role`, 'self'],
    ],
    finds: [['LINT_RATER_IS_APPRAISEE', 'role: self', '第五条第四项']],
  },
  {
    rule: 'an appraisee under another code',
    edits: [
      ['roles[5]', { code: 'own', title: { zh: '自评', en: 'own marks' } }],
      [`${STAFF}.parts[staff.tasks].source.raters[0].role`, 'own'],
    ],
    finds: [['LINT_RATER_IS_APPRAISEE', 'role: own', '第五条第四项']],
  },
  {
    rule: 'an appraisee who marks his own political quality, whatever the reason',
    edits: [
      ['roles[5]', { code: 'self', title: TITLE }],
      [`${PANEL}.source.raters[0].role`, 'self'],
      [`${PANEL}.localChoice`, CHOICE],
    ],
    finds: [['LINT_POLITICAL_BY_MACHINE', 'source:', '第五条第一项']],
  },
  {
    rule: 'a list the appraisee decides',
    edits: [
      ['roles[5]', { code: 'appraisee', title: TITLE }],
      ['process.deliberation.decidedBy', 'appraisee'],
    ],
    finds: [['LINT_RATER_IS_APPRAISEE', 'decidedBy: appraisee', '第十七条第四项']],
  },
  {
    rule: 'a panel with fewer seats than marks it needs',
    edits: [[`${PANEL}.source.raters[panel_member].panel.size`, 2]],
    finds: [['LINT_PANEL', 'size: 2', '第五条第一项']],
  },
  {
    rule: 'a quorum that fewer marks could pass without',
    edits: [[`${PANEL}.source.raters[panel_member].panel.quorum`, 4]],
    finds: [['LINT_PANEL', 'quorum: 4', '第五条第一项']],
  },
  {
    rule: 'bounds for reasons that leave no mark between them',
    edits: [
      [
        `${STAFF}.parts[staff.service].source.raters[peer].panel.reasonForExtremes`,
        { atLeast: 40, atMost: 40 },
      ],
    ],
    finds: [['LINT_PANEL', 'reasonForExtremes', '第七条']],
  },
  {
    rule: 'anchors that leave the lowest marks without words',
    edits: [[`${PANEL}.anchors`, [{ atLeast: 60, text: TITLE }]]],
    finds: [['LINT_PANEL', 'anchors', '第五条第一项']],
  },
  {
    rule: 'a political mark of zero that nobody gave',
    edits: [[`${PANEL}.source.raters[panel_member].missing`, 'zero']],
    finds: [['LINT_POLITICAL_BY_MACHINE', 'missing: zero', '第五条第一项']],
  },
  {
    rule: 'trimming that may drop every mark',
    edits: [[`${PANEL}.source.raters[0].trim`, { ...TRIM, whenMoreThan: 1 }]],
    finds: [['LINT_TRIM', 'trim:', '第五条第一项']],
  },
  {
    rule: 'a cap below one occurrence',
    edits: [['dimensions[work_results].adjustments[bonus.innovation].cap', 2]],
    finds: [['LINT_ADJUSTMENT', 'cap: 2', null]],
  },
];
