import { describe, expect, it } from '@jest/globals';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { consequencesOf } from './consequences.js';
import { personFacts } from './facts.js';
import { appraiseeCaseSchema } from './unit-case.js';

const rulebook = nationalRulebook();

type Given = {
  category?: string;
  facts?: Record<string, unknown>;
  earlier?: { year: number; result: string }[];
};

function proposed(result: string, { category = 'contract', facts = {}, earlier = [] }: Given = {}) {
  const person = appraiseeCaseSchema.parse({
    id: 'a1',
    unit: 'u1',
    posts: ['grid_worker'],
    category,
    facts,
    earlier,
  });
  const known = personFacts(rulebook, person, { id: 'u1', facts: {} }, 2026);
  return consequencesOf(rulebook, result, known, person.earlier);
}
const effects = (result: string, given?: Given) => proposed(result, given).map(({ effect }) => effect);
const lastYear = (result: string) => ({ earlier: [{ year: 2025, result }] });

const GOOD = ['raise_salary_step', 'performance_pay_full', 'year_counts'];
const BASIC = [
  'written_review',
  'no_salary_step',
  'reduce_performance_pay',
  'year_not_counted',
  'no_promotion_next_year',
];
const BAD = ['no_salary_step', 'reduce_performance_pay', 'lower_post', 'year_not_counted'];
const NONE = ['no_salary_step', 'reduce_performance_pay', 'year_not_counted'];

describe('consequencesOf', () => {
  it.each([
    ['competent (Art 28)', 'competent', {}, GOOD],
    ['excellent (Art 28)', 'excellent', {}, [...GOOD, 'performance_pay_preference', 'promotion_preference']],
    ['basically competent (Art 29)', 'basically_competent', {}, BASIC],
    [
      'basically competent two years running',
      'basically_competent',
      lastYear('basically_competent'),
      [...BASIC, 'organizational_adjustment'],
    ],
    ['basically competent after incompetent', 'basically_competent', lastYear('incompetent'), BASIC],
    [
      'basically competent with a year between',
      'basically_competent',
      { earlier: [{ year: 2024, result: 'basically_competent' }] },
      BASIC,
    ],
    ['incompetent (Art 30)', 'incompetent', {}, BAD],
    [
      'incompetent two years running',
      'incompetent',
      lastYear('incompetent'),
      [...BAD, 'may_terminate_contract'],
    ],
    [
      'incompetent and refuses a change of post',
      'incompetent',
      { facts: { refuses_post_adjustment: true } },
      [...BAD, 'may_terminate_contract'],
    ],
    [
      'both at once, still one proposal',
      'incompetent',
      { ...lastYear('incompetent'), facts: { refuses_post_adjustment: true } },
      [...BAD, 'may_terminate_contract'],
    ],
    [
      'refusing a change of post alone ends nothing',
      'competent',
      { facts: { refuses_post_adjustment: true } },
      GOOD,
    ],
    [
      'an elected member is only referred',
      'incompetent',
      { ...lastYear('incompetent'), category: 'elected' },
      [...BAD, 'refer_removal_to_residents_meeting'],
    ],
    [
      'public-institution staff',
      'incompetent',
      { ...lastYear('incompetent'), category: 'public_institution' },
      [...BAD, 'may_terminate_appointment'],
    ],
    ['no grade (Art 31)', 'ungraded', {}, NONE],
    ['comment only (Art 31)', 'comment_only', {}, NONE],
    ['no grade two years running', 'ungraded', lastYear('ungraded'), [...NONE, 'adjust_post']],
    ['no grade after comment only', 'ungraded', lastYear('comment_only'), [...NONE, 'adjust_post']],
    ['held: waits for the case', 'held', {}, ['wait_for_case']],
    ['undecided: nothing follows', 'undecided', {}, []],
  ] satisfies [string, string, Given, string[]][])('%s', (_rule, result, given, expected) => {
    expect(effects(result, given)).toEqual(expected);
  });

  it('does not lower the post twice (Art 30: no double punishment)', () => {
    const given = { facts: { demoted_by_discipline_this_year: true } };
    expect(effects('incompetent', given)).toEqual(BAD.filter((effect) => effect !== 'lower_post'));
  });

  it('asks of each category what its law asks for', () => {
    const records = (category: string) =>
      proposed('incompetent', { ...lastYear('incompetent'), category })
        .at(-1)
        ?.gate?.requires.map(({ record }) => record);
    expect(records('contract')).toEqual(
      expect.arrayContaining([
        'training_or_post_change_done',
        'not_protected_by_article_42',
        'union_told',
        'notice_or_month_pay',
      ]),
    );
    expect(records('elected')).toContain('residents_meeting_vote');
    expect(records('public_institution')).toContain('thirty_days_notice');
    expect(records('elected')).not.toContain('union_told');
  });

  it('asks for a record only of the categories it names', () => {
    const pay = (category: string) =>
      proposed('basically_competent', { category })
        .find(({ effect }) => effect === 'no_salary_step')
        ?.gate?.requires.map(({ record }) => record);
    expect(pay('contract')).toContain('pay_rule_consulted_and_published');
    expect(pay('elected')).not.toContain('pay_rule_consulted_and_published');
  });

  it('gates everything adverse, forces no exit, and names rule, clause and title', () => {
    for (const result of [
      'excellent',
      'competent',
      'basically_competent',
      'incompetent',
      'ungraded',
      'comment_only',
    ]) {
      for (const each of proposed(result, lastYear(result))) {
        expect(each.gate !== null).toBe(each.adverse);
        expect(each.clause).toMatch(/^第.+条/);
        expect(each.title.zh.length * each.title.en.length).toBeGreaterThan(0);
        if (/terminate|removal/.test(each.effect)) expect(each.force).toBe('may');
      }
    }
  });
});
