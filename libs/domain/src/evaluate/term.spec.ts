import { describe, expect, it } from '@jest/globals';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { personFacts } from './facts.js';
import { evaluateTerm } from './term.js';
import { appraiseeCaseSchema } from './unit-case.js';

const rulebook = nationalRulebook();
const DUE = { term_ends_this_year: true, term_start_year: 2024 };

function term(
  given: Record<string, unknown>,
  result = 'competent',
  first = 'competent',
  category = 'contract',
) {
  const earlier = [
    { year: 2024, result: first },
    { year: 2025, result: 'excellent' },
  ];
  const person = appraiseeCaseSchema.parse({
    id: 'a1',
    unit: 'u1',
    posts: ['deputy'],
    category,
    facts: given,
    earlier,
  });
  const facts = personFacts(rulebook, person, { id: 'u1', facts: {} }, 2026);
  const found = evaluateTerm(rulebook, facts, result, person.earlier);
  return found === null ? null : { ...found, consequences: found.consequences.map(({ effect }) => effect) };
}

describe('evaluateTerm', () => {
  it('says nothing before the term ends', () => {
    expect(term({ term_goals: 'met' })).toBeNull();
    const { term: _none, ...without } = rulebook;
    expect(evaluateTerm(without, new Map(), 'competent')).toBeNull();
  });

  it.each([
    [
      'goals met, every year competent (Art 20)',
      { term_goals: 'met' },
      'competent',
      'competent',
      'term_competent',
      '第二十条',
      ['may_renew_contract'],
    ],
    [
      'the post is gone (Art 32)',
      { term_goals: 'met', post_continues: false },
      'competent',
      'competent',
      'term_competent',
      '第二十条',
      [],
    ],
    [
      'goals met, one year below: people decide',
      { term_goals: 'met' },
      'competent',
      'basically_competent',
      'to_people',
      '第十九条',
      [],
    ],
    [
      'goals met, this year below: people decide',
      { term_goals: 'met' },
      'incompetent',
      'competent',
      'to_people',
      '第十九条',
      [],
    ],
    [
      'goals unmet without good reason (Art 21)',
      { term_goals: 'unmet_without_reason' },
      'competent',
      'competent',
      'term_incompetent',
      '第二十一条',
      ['not_renew_contract'],
    ],
    [
      'special need (Art 32)',
      { term_goals: 'unmet_without_reason', special_need_to_renew: true },
      'competent',
      'competent',
      'term_incompetent',
      '第二十一条',
      ['may_renew_contract'],
    ],
    [
      'goals unmet with good reason: people decide',
      { term_goals: 'unmet_with_reason' },
      'competent',
      'competent',
      'to_people',
      '第十九条',
      [],
    ],
    ['goals unknown: people decide', {}, 'competent', 'competent', 'to_people', '第十九条', []],
    [
      'this year held: people decide',
      { term_goals: 'met' },
      'held',
      'competent',
      'to_people',
      '第十九条',
      [],
    ],
  ])('%s', (_rule, given, result, first, expected, clause, consequences) => {
    expect(term({ ...DUE, ...given }, result, first)).toMatchObject({
      result: expected,
      clause,
      consequences,
    });
  });

  it('never ends the office of an elected member', () => {
    const given = { ...DUE, term_goals: 'unmet_without_reason' };
    expect(term(given, 'competent', 'competent', 'elected')?.consequences).toEqual([]);
  });
});
