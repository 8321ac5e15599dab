import type { LintRow } from './lint-row.js';

const TITLE = { zh: '题', en: 'title' };
const EXIT = {
  id: 'bad.exit',
  clause: '第三十条',
  title: TITLE,
  results: ['incompetent'],
  effect: { code: 'terminate_contract' },
  adverse: true,
  force: 'confirm',
};
const CONTRACT = { fact: 'category', op: 'eq', value: 'contract' };
const FIRST = 'process.deliberation.steps[approval.supervisor]';
const GROUP = 'process.deliberation.steps[approval.leading_group]';
const EIGHTEEN = 18; // consequences in the national rulebook before the exits of this table

/** Quota, discipline, process, consequences and term: one faulty edit of the national rulebook a row. */
export const OUTCOME_ROWS: readonly LintRow[] = [
  {
    rule: 'a cap above 1',
    edits: [['quota.cap', 20]],
    finds: [
      ['LINT_CAP', 'cap: 20', '第十五条第一款'],
      ['LINT_CAP', 'cap: 0.25', '第十五条第二款第一项'],
      ['LINT_CAP', 'cap: 0.25', '第十五条第二款第二项'],
      ['LINT_CAP', 'cap: 0.25', '第十五条第二款第三项'],
    ],
  },
  {
    rule: 'a lowered cap above the ordinary one',
    edits: [['quota.lowered[0].cap', 0.3]],
    finds: [['LINT_CAP', 'cap: 0.3', '第十五条第三款']],
  },
  {
    rule: 'a raised cap below the ordinary one',
    edits: [['quota.raised[0].cap', 0.1]],
    finds: [['LINT_CAP', 'cap: 0.1', '第十五条第二款第一项']],
  },
  {
    rule: 'a tie-break chain without a draw',
    edits: [['quota.tieBreaks[tie.draw]', undefined]],
    finds: [['LINT_TIE_BREAK_NO_DRAW', 'tieBreaks:', '第十五条第一款']],
  },
  {
    rule: 'an empty tie-break chain',
    edits: [['quota.tieBreaks', []]],
    finds: [['LINT_TIE_BREAK_NO_DRAW', 'tieBreaks:', '第十五条第一款']],
  },
  {
    rule: 'a quota grade the notice does not show',
    edits: [['quota.grades', ['excellent', 'competent']]],
    finds: [['LINT_NOTICE_GRADES', 'grades: [ excellent ]', '第十七条第四项']],
  },
  {
    rule: 'a quota on a middle grade',
    edits: [
      ['quota.grades', ['competent']],
      ['process.notice.grades', ['excellent', 'competent']],
    ],
    finds: [['LINT_QUOTA_GRADES', 'grades:', '第十五条第一款']],
  },
  {
    rule: 'a punishment without a row',
    edits: [['discipline.rows[discipline.admonition]', undefined]],
    finds: [['LINT_PUNISHMENT_WITHOUT_ROW', 'code: admonition', '第四十三条']],
  },
  {
    rule: 'a punishment answered only when linked to duty',
    edits: [['discipline.rows[discipline.party_serious_warning.other]', undefined]],
    finds: [['LINT_PUNISHMENT_WITHOUT_ROW', 'code: party_serious_warning', '第四十三条']],
  },
  {
    rule: 'a row for a punishment nobody declared',
    edits: [['discipline.punishments[admonition]', undefined]],
    finds: [['LINT_UNKNOWN_PUNISHMENT', 'punishment: admonition', '第四十三条']],
  },
  {
    rule: 'an effect without a place in the order of severity',
    edits: [['discipline.rows[discipline.admonition].years', [{ cap: 'basically_competent' }]]],
    finds: [['LINT_SEVERITY', 'cap: basically_competent', '第四十三条']],
  },
  {
    rule: 'an effect that stands twice in the order of severity',
    edits: [['discipline.severity[3]', { cap: 'competent' }]],
    finds: [['LINT_SEVERITY', 'cap: competent', '第四十三条']],
  },
  {
    rule: 'a notice of four working days',
    edits: [['process.notice.workingDays', 4]],
    finds: [['LINT_NOTICE_TOO_SHORT', 'workingDays: 4', '第十七条第四项']],
  },
  {
    rule: 'a reminder after the escalation',
    edits: [['process.collection.remindAfterWorkingDays', 9]],
    finds: [['LINT_WINDOW', 'collection:', '第十七条第三项']],
  },
  {
    rule: 'an escalation to whoever is late',
    edits: [['process.deliberation.escalateTo', 'supervisor']],
    finds: [['LINT_NOBODY_DECIDES', 'escalateTo: supervisor', '第十七条第四项']],
  },
  {
    rule: 'a vote that no number of members can win',
    edits: [
      [`${GROUP}.many`, { mode: 'vote', threshold: '1', inclusive: false, of: 'seated', quorum: '3/2' }],
    ],
    finds: [
      ['LINT_VOTE_IMPOSSIBLE', 'threshold:', '第十七条第四项'],
      ['LINT_VOTE_IMPOSSIBLE', 'quorum:', '第十七条第四项'],
    ],
  },
  {
    rule: 'a vote that is won by nobody',
    edits: [[`${GROUP}.many`, { mode: 'vote', threshold: 0, inclusive: true, of: 'cast', quorum: 0 }]],
    finds: [
      ['LINT_VOTE_IMPOSSIBLE', 'threshold:', '第十七条第四项'],
      ['LINT_VOTE_IMPOSSIBLE', 'quorum:', '第十七条第四项'],
    ],
  },
  {
    rule: 'a step for the superior of nothing',
    edits: [[`${GROUP}.who`, { superiorOf: 'approval.leading_group' }]], // of itself
    finds: [['LINT_STEP_WHO', 'superiorOf:', '第十七条第四项']],
  },
  {
    rule: 'weights where nobody votes',
    edits: [[`${FIRST}.who.weights`, { peer: 2 }]],
    finds: [['LINT_STEP_WHO', 'weights:', '第十七条第四项']],
  },
  {
    rule: 'a step of roles nobody declared',
    edits: [
      [`${FIRST}.who.role`, 'chief'],
      [`${FIRST}.escalateTo`, 'minister'],
      [`${GROUP}.who`, { panel: 'committee' }],
    ],
    finds: [
      ['LINT_UNKNOWN_ROLE', 'role: chief', '第十七条第四项'],
      ['LINT_UNKNOWN_ROLE', 'escalateTo: minister', '第十七条第四项'],
      ['LINT_UNKNOWN_ROLE', 'panel: committee', '第十七条第四项'],
    ],
  },
  {
    rule: 'a step the appraisee takes part in',
    edits: [
      ['roles[5]', { code: 'appraisee', title: TITLE }],
      [`${GROUP}.who.role`, 'appraisee'],
    ],
    finds: [['LINT_RATER_IS_APPRAISEE', 'role: appraisee', '第十七条第四项']],
  },
  {
    rule: 'a return to a later step, to itself, to nowhere',
    edits: [[`${FIRST}.returnTo`, ['approval.leading_group', 'approval.supervisor', 'archive']]],
    finds: [
      ['LINT_RETURN_TARGET', '- approval.leading_group', '第十七条第四项'],
      ['LINT_RETURN_TARGET', '- approval.supervisor', '第十七条第四项'],
      ['LINT_RETURN_TARGET', '- archive', '第十七条第四项'],
    ],
  },
  {
    rule: 'a step that has the id of the place lists return to',
    edits: [
      [`${FIRST}.id`, 'collection'],
      [`${GROUP}.returnTo`, ['collection']],
    ],
    finds: [['LINT_DUPLICATE_ID', 'id: collection', '第十七条第四项']],
  },
  {
    rule: 'a step that tells whoever is late',
    edits: [[`${GROUP}.escalateTo`, 'superior']],
    finds: [['LINT_NOBODY_DECIDES', 'escalateTo: superior', '第十七条第四项']],
  },
  {
    rule: 'a step before the last that tells nobody',
    edits: [[`${FIRST}.escalateTo`, undefined]],
    finds: [['LINT_NOBODY_DECIDES', 'id: approval.supervisor', '第十七条第四项']],
  },
  {
    rule: 'a step that tells the superior before it reminds',
    edits: [[`${FIRST}.remindAfterWorkingDays`, 6]],
    finds: [['LINT_WINDOW', 'remindAfterWorkingDays: 6', '第十七条第四项']],
  },
  {
    rule: 'an adverse grade nobody may contest',
    edits: [
      ['process.contest.results', ['incompetent']],
      ['process.contest.othersWorkingDays', 0],
    ],
    finds: [['LINT_CONTEST_MISSING', 'results:', '第三十六条']],
  },
  {
    rule: 'a result nothing follows from',
    edits: [
      ['consequences[none.no_salary_step].results', ['comment_only']],
      ['consequences[none.reduce_performance_pay].results', ['comment_only']],
      ['consequences[none.year_not_counted].results', ['comment_only']],
      ['consequences[none.two_years.adjust_post].results', ['comment_only']],
    ],
    finds: [['LINT_CONSEQUENCE_MISSING', 'consequences:', null]],
  },
  {
    rule: 'a streak of one year',
    edits: [['consequences[basic.two_years.adjustment].streak.years', 1]],
    finds: [['LINT_STREAK_TOO_SHORT', 'years: 1', '第二十九条第五项']],
  },
  {
    rule: 'a streak of results the rule does not speak of',
    edits: [['consequences[basic.two_years.adjustment].streak.of', ['incompetent']]],
    finds: [['LINT_STREAK', 'streak:', '第二十九条第五项']],
  },
  {
    rule: 'automatic termination on one bad grade',
    edits: [[`consequences[${EIGHTEEN}]`, { ...EXIT, when: CONTRACT, gate: 'gate.terminate_contract' }]],
    finds: [['LINT_AUTOMATIC_TERMINATION', 'id: bad.exit', '第三十条']],
  },
  {
    rule: 'termination that a second condition softens only in one branch',
    edits: [
      [
        `consequences[${EIGHTEEN}]`,
        {
          ...EXIT,
          when: {
            all: [
              CONTRACT,
              {
                any: [
                  { fact: 'streak.incompetent.consecutive', op: 'ge', value: 2 },
                  { fact: 'composite', op: 'lt', value: 50 },
                ],
              },
            ],
          },
          gate: 'gate.terminate_contract',
        },
      ],
    ],
    finds: [['LINT_AUTOMATIC_TERMINATION', 'id: bad.exit', '第三十条']],
  },
  {
    rule: 'an exit known only by its Chinese name, not marked adverse and without a gate',
    edits: [
      [
        `consequences[${EIGHTEEN}]`,
        {
          ...EXIT,
          title: { zh: '予以辞退', en: 'goodbye' },
          effect: { code: 'goodbye' },
          adverse: false,
          when: CONTRACT,
        },
      ],
    ],
    finds: [
      ['LINT_ADVERSE_UNMARKED', 'adverse: false', '第三十条'],
      ['LINT_AUTOMATIC_TERMINATION', 'id: bad.exit', '第三十条'],
      ['LINT_NO_GATE', 'id: bad.exit', '第三十条'],
    ],
  },
  {
    rule: 'termination after a streak of one year',
    edits: [
      [
        `consequences[${EIGHTEEN}]`,
        {
          ...EXIT,
          when: CONTRACT,
          gate: 'gate.terminate_contract',
          streak: { of: ['incompetent'], years: 1, kind: 'consecutive' },
        },
      ],
    ],
    finds: [
      ['LINT_AUTOMATIC_TERMINATION', 'id: bad.exit', '第三十条'],
      ['LINT_STREAK_TOO_SHORT', 'years: 1', '第三十条'],
    ],
  },
  {
    rule: 'an adverse consequence without a gate',
    edits: [['consequences[bad.lower_post].gate', undefined]],
    finds: [['LINT_NO_GATE', 'id: bad.lower_post', '第三十条第三项']],
  },
  {
    rule: 'a termination an office may decide on, without a gate',
    edits: [['consequences[bad.terminate.contract].gate', undefined]],
    finds: [['LINT_NO_GATE', 'id: bad.terminate.contract', '第三十条第五项']],
  },
  {
    rule: 'a gate that asks nothing of a category the consequence reaches',
    edits: [['gates[gate.pay].categories', ['contract', 'elected']]],
    finds: [
      ['LINT_GATE_CATEGORY', 'gate: gate.pay', '第二十九条第二项'],
      ['LINT_GATE_CATEGORY', 'gate: gate.pay', '第二十九条第三项'],
      ['LINT_GATE_CATEGORY', 'gate: gate.pay', '第三十条第一项'],
      ['LINT_GATE_CATEGORY', 'gate: gate.pay', '第三十条第二项'],
      ['LINT_GATE_CATEGORY', 'gate: gate.pay', '第三十一条第一项'],
      ['LINT_GATE_CATEGORY', 'gate: gate.pay', '第三十一条第二项'],
    ],
  },
  {
    rule: 'a reduction of pay that is not marked adverse',
    edits: [['consequences[bad.reduce_performance_pay].adverse', false]],
    finds: [['LINT_ADVERSE_UNMARKED', 'adverse: false', '第三十条第二项']],
  },
  {
    rule: 'removal of an elected member without a vote',
    edits: [['gates[gate.remove_elected].requires[residents_meeting_vote]', undefined]],
    finds: [['LINT_ELECTED_REMOVAL', 'id: bad.terminate.elected', '第三十条第五项']],
  },
  {
    rule: 'a termination that reaches elected members too',
    edits: [
      ['consequences[bad.terminate.contract].when.all[0]', { fact: 'frontline', op: 'eq', value: false }],
    ],
    finds: [
      ['LINT_ELECTED_REMOVAL', 'id: bad.terminate.contract', '第三十条第五项'],
      ['LINT_GATE_CATEGORY', 'gate: gate.terminate_contract', '第三十条第五项'],
    ],
  },
  {
    rule: 'a term result no rule gives',
    edits: [['term.rules[term.incompetent].result', 'term_competent']],
    finds: [['LINT_TERM', 'term_incompetent', '第十八条']],
  },
  {
    rule: 'a term that begins in no known year',
    edits: [['term.span.startYear', 'frontline']],
    finds: [['LINT_TERM', 'startYear: frontline', '第十八条']],
  },
];
