import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { builtinFacts, BUILTIN_FACTS } from './builtin-facts.js';
import { personFacts, unitFacts } from './facts.js';
import { appraiseeCaseSchema, type AppraiseeCase } from './unit-case.js';

const rulebook = nationalRulebook();
const unit = { id: 'u1', facts: {} };

function person(overrides: Record<string, unknown> = {}): AppraiseeCase {
  return appraiseeCaseSchema.parse({
    id: 'a1',
    unit: 'u1',
    posts: ['grid_worker'],
    category: 'contract',
    ...overrides,
  });
}

function refusalOf(act: () => unknown): { code: string; details: unknown } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('not refused');
}

describe('personFacts', () => {
  it('fills in defaults and carries numbers as exact text', () => {
    const facts = personFacts(
      rulebook,
      person({ facts: { sick_leave_months: 4.5, months_in_unit: '10.25' } }),
      unit,
      2026,
    );
    expect(facts.get('sick_leave_months')).toBe('4.5');
    expect(facts.get('months_in_unit')).toBe('10.25');
    expect(facts.get('frontline')).toBe(false);
    expect(facts.get('unit_performance')).toBe('not_rated');
    expect(facts.get('year')).toBe('2026');
  });

  it('adds up computed facts exactly', () => {
    const given = { sick_leave_months: '0.1', personal_leave_months: '0.2', own_study_months: 3 };
    expect(personFacts(rulebook, person({ facts: given }), unit, 2026).get('leave_months')).toBe('3.3');
  });

  it('leaves an optional fact unknown', () => {
    expect(personFacts(rulebook, person(), unit, 2026).has('term_goals')).toBe(false);
  });

  it('knows posts, category and what punishments do', () => {
    const two = person({
      posts: ['deputy', 'committee_member'],
      category: 'elected',
      punishments: [{ kind: 'party_warning', year: 2026 }],
    });
    const facts = personFacts(rulebook, two, unit, 2026);
    expect(facts.get('post')).toBe('deputy');
    expect(facts.get('second_post')).toBe('committee_member');
    expect(facts.get('dual_posts')).toBe(true);
    expect(facts.get('posts_committee_member')).toBe(true);
    expect(facts.get('posts_grid_worker')).toBe(false);
    expect(facts.get('category')).toBe('elected');
    expect(facts.get('discipline_effect')).toBe('cap:competent');
    expect(personFacts(rulebook, person(), unit, 2026).has('discipline_effect')).toBe(false);
  });

  it.each([
    ['FACT_UNKNOWN', { facts: { height: 180 } }, 'height'],
    ['FACT_UNKNOWN', { facts: { leave_months: 7 } }, 'leave_months'], // computed, never stated
    ['FACT_UNKNOWN', { facts: { unit_performance: 'excellent' } }, 'unit_performance'], // a fact about the unit
    ['FACT_TYPE', { facts: { frontline: 'yes' } }, 'frontline'],
    ['FACT_TYPE', { facts: { months_in_unit: 'six' } }, 'months_in_unit'],
    ['FACT_TYPE', { facts: { months_in_unit: 1e-7 } }, 'months_in_unit'],
    ['FACT_TYPE', { facts: { term_start_year: 2024.5 } }, 'term_start_year'],
    ['FACT_TYPE', { facts: { secondment_kind: 'holiday' } }, 'secondment_kind'],
    ['POST_UNKNOWN', { posts: ['driver'] }, 'post'],
    ['CATEGORY_UNKNOWN', { category: 'volunteer' }, 'category'],
  ])('refuses %s for %j, naming the person and the fact', (code, overrides, fact) => {
    const refusal = refusalOf(() => personFacts(rulebook, person(overrides), unit, 2026));
    expect(refusal).toEqual({ code, details: { person: 'a1', fact } });
  });

  it('refuses FACT_MISSING where a fact has neither a value nor a default', () => {
    const { default: _none, ...bare } =
      rulebook.facts.find(({ id }) => id === 'frontline') ?? rulebook.facts[0]!;
    const strict = {
      ...rulebook,
      facts: rulebook.facts.map((fact) => (fact.id === 'frontline' ? bare : fact)),
    };
    const refusal = refusalOf(() => personFacts(strict, person(), unit, 2026));
    expect(refusal).toEqual({ code: 'FACT_MISSING', details: { person: 'a1', fact: 'frontline' } });
  });

  it.each([
    ['EARLIER_RESULT_UNKNOWN', [{ year: 2025, result: 'good' }]],
    ['EARLIER_YEAR_INVALID', [{ year: 2026, result: 'competent' }]],
    [
      'EARLIER_YEAR_INVALID',
      [
        { year: 2025, result: 'competent' },
        { year: 2025, result: 'excellent' },
      ],
    ],
  ])('refuses %s', (code, earlier) => {
    expect(refusalOf(() => personFacts(rulebook, person({ earlier }), unit, 2026)).code).toBe(code);
  });

  it('refuses PUNISHMENT_UNKNOWN', () => {
    const punished = person({ punishments: [{ kind: 'scolding', year: 2026 }] });
    expect(refusalOf(() => personFacts(rulebook, punished, unit, 2026)).code).toBe('PUNISHMENT_UNKNOWN');
  });
});

describe('unitFacts', () => {
  it('gives the unit its own facts and the year only', () => {
    const facts = unitFacts(rulebook, { id: 'u1', facts: { collective_merit_award: true } }, 2026);
    expect(facts.get('collective_merit_award')).toBe(true);
    expect(facts.get('raised_quota_approved')).toBe(false);
    expect(facts.has('frontline')).toBe(false);
  });

  it('refuses a faulty unit by its id', () => {
    const refusal = refusalOf(() =>
      unitFacts(rulebook, { id: 'u1', facts: { unit_performance: 'bad' } }, 2026),
    );
    expect(refusal).toEqual({ code: 'FACT_TYPE', details: { unit: 'u1', fact: 'unit_performance' } });
  });
});

describe('BUILTIN_FACTS', () => {
  it('are written out for the posts, dimensions and results of a rulebook', () => {
    const ids = builtinFacts(rulebook).map(({ id }) => id);
    expect(ids).toContain('posts_grid_worker');
    expect(ids).toContain('score.work_results');
    expect(ids).toContain('streak.ungraded.consecutive');
    expect(ids.filter((id) => id.includes('<'))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(BUILTIN_FACTS.length).toBeLessThan(ids.length);
  });
});
