import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { resultFacts, streakYears, type EarlierResults } from './streak.js';

const earlier = (...results: [number, string][]): EarlierResults =>
  results.map(([year, result]) => ({ year, result }));
const BAD = 'incompetent';

describe('streakYears', () => {
  it.each([
    ['no earlier year', earlier(), 1, 1],
    ['the year before', earlier([2025, BAD]), 2, 2],
    ['two years before', earlier([2025, BAD], [2024, BAD]), 3, 3],
    ['another result breaks a run', earlier([2025, 'competent'], [2024, BAD]), 1, 2],
    ['a year without a record breaks a run', earlier([2024, BAD]), 1, 2],
    ['a year without a grade breaks a run', earlier([2025, 'ungraded'], [2024, BAD]), 1, 2],
    ['the order written does not matter', earlier([2023, BAD], [2025, BAD], [2024, BAD]), 4, 4],
    ['later years are left out', earlier([2027, BAD], [2025, BAD]), 2, 2],
  ])('%s', (_rule, years, consecutive, cumulative) => {
    expect(streakYears({ of: [BAD], kind: 'consecutive' }, BAD, 2026, years)).toBe(consecutive);
    expect(streakYears({ of: [BAD], kind: 'cumulative' }, BAD, 2026, years)).toBe(cumulative);
  });

  it('is nothing when this year has another result', () => {
    expect(streakYears({ of: [BAD], kind: 'cumulative' }, 'competent', 2026, earlier([2025, BAD]))).toBe(0);
  });

  it('counts several results as one run', () => {
    const question = { of: ['ungraded', 'comment_only'], kind: 'consecutive' } as const;
    expect(streakYears(question, 'ungraded', 2026, earlier([2025, 'comment_only']))).toBe(2);
  });

  it('steps over the results a rulebook skips', () => {
    const question = { of: [BAD], kind: 'consecutive', skips: ['ungraded'] } as const;
    expect(streakYears(question, BAD, 2026, earlier([2025, 'ungraded'], [2024, BAD]))).toBe(2);
    expect(streakYears(question, BAD, 2026, earlier([2025, 'ungraded']))).toBe(1);
  });

  it('looks back only so many years where the rulebook says so', () => {
    const years = earlier([2025, BAD], [2022, BAD]);
    expect(streakYears({ of: [BAD], kind: 'cumulative', withinYears: 3 }, BAD, 2026, years)).toBe(2);
    expect(streakYears({ of: [BAD], kind: 'cumulative', withinYears: 5 }, BAD, 2026, years)).toBe(3);
  });

  it('never counts more in a row than in all, nor more than the years known', () => {
    const year = fc.record({
      year: fc.integer({ min: 2015, max: 2025 }),
      result: fc.constantFrom(BAD, 'competent', 'ungraded'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(year, { selector: (each) => each.year }), (years) => {
        const run = streakYears({ of: [BAD], kind: 'consecutive' }, BAD, 2026, years);
        const all = streakYears({ of: [BAD], kind: 'cumulative' }, BAD, 2026, years);
        expect(run).toBeGreaterThanOrEqual(1);
        expect(run).toBeLessThanOrEqual(all);
        expect(all).toBe(1 + years.filter(({ result }) => result === BAD).length);
      }),
    );
  });
});

describe('resultFacts', () => {
  const rulebook = nationalRulebook();
  const before = new Map([
    ['year', '2026'],
    ['term_start_year', '2024'],
  ]);
  const term = (result: string, years: EarlierResults) =>
    resultFacts(rulebook, before, result, years).get('term_all_competent_or_better');

  it('adds the result and its streaks', () => {
    const facts = resultFacts(rulebook, before, BAD, earlier([2025, BAD], [2023, BAD]));
    expect(facts.get('result')).toBe(BAD);
    expect(facts.get('streak.incompetent.consecutive')).toBe('2');
    expect(facts.get('streak.incompetent.cumulative')).toBe('3');
    expect(facts.get('streak.competent.consecutive')).toBe('0');
  });

  it.each([
    ['every year competent or better', 'excellent', earlier([2024, 'competent'], [2025, 'excellent']), true],
    ['one year below', 'excellent', earlier([2024, 'basically_competent'], [2025, 'excellent']), false],
    ['one year without a grade', 'excellent', earlier([2024, 'comment_only'], [2025, 'excellent']), false],
    ['a year without a record', 'excellent', earlier([2025, 'excellent']), undefined],
    [
      'years before the term do not matter',
      'competent',
      earlier([2023, BAD], [2024, 'competent'], [2025, 'competent']),
      true,
    ],
    ['this year is held', 'held', earlier([2024, 'competent'], [2025, 'competent']), undefined],
  ])('a term with %s', (_rule, result, years, expected) => {
    expect(term(result, years)).toBe(expected);
  });

  it('knows nothing of a term whose beginning is unknown', () => {
    const facts = resultFacts(rulebook, new Map([['year', '2026']]), 'competent', []);
    expect(facts.has('term_all_competent_or_better')).toBe(false);
  });
});
