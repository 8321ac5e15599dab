import { describe, expect, it } from '@jest/globals';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  partWith,
  raterWith,
  rulebookWith,
  said,
  type AppraiseeInput,
  type PartInput,
  type RulebookInput,
} from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

/** Worked numbers of real rulebooks (facts/policy.md section 5): the same inputs must give the same score. */
function scoreOf(
  overrides: Partial<RulebookInput>,
  person: Partial<AppraiseeInput>,
): string | null | undefined {
  const unitCase = caseWith([appraiseeWith('a', person)]);
  return evaluateUnit(rulebookWith(overrides), unitCase).people[0]?.composite;
}

function marked(id: string, max: string, ...roles: [role: string, weight: string][]): PartInput {
  const raters = roles.map(([role, weight]) => raterWith(role, weight));
  return partWith(id, '100', { source: { kind: 'marks', max, raters } });
}

function mark(part: string, role: string, value: string, rater = `${role}-1`) {
  return { part, role, value, rater };
}

const routine = partWith('months', '100', {
  source: { kind: 'routine', minPeriods: 1, missing: 'to_people' },
});
const survey = partWith('residents', '100', { source: { kind: 'survey' } });

describe('composite', () => {
  it('A (C4): 60 % monthly mean, 30 % assessment, 10 % panel: 92, 88, 90 give 90.6', () => {
    const dimensions = [
      dimensionWith('daily', '60', [routine]),
      dimensionWith('assessment', '30', [marked('assessed', '100', ['peer', '100'])]),
      dimensionWith('street', '10', [marked('street', '100', ['panel', '100'])]),
    ];
    const months = ['90', '92', '94'].map((value, at) => ({ period: `m${at}`, value }));
    expect(
      scoreOf(
        { dimensions },
        { routine: months, marks: [mark('assessed', 'peer', '88'), mark('street', 'panel', '90')] },
      ),
    ).toBe('90.6');
  });

  it('D (F1): supervisor 60 %; self 10, office 55, same rank 35 of 40 %: a quarter of 92.7', () => {
    const part = marked(
      'quarter',
      '100',
      ['supervisor', '60'],
      ['self', '4'],
      ['peer', '22'],
      ['panel', '14'],
    );
    const marks = [
      mark('quarter', 'supervisor', '95'),
      mark('quarter', 'self', '100', 'a'),
      mark('quarter', 'peer', '90'),
      mark('quarter', 'panel', '85'),
    ];
    expect(scoreOf({ dimensions: [dimensionWith('all', '100', [part])] }, { marks })).toBe('92.7');
  });

  it('D (F1): four quarters of 92.7 at 95 % and a leader’s 4 of 5 points give 92.065', () => {
    const dimensions = [
      dimensionWith('quarters', '95', [routine]),
      dimensionWith('leader', '5', [marked('leader', '5', ['supervisor', '100'])]),
    ];
    const quarters = ['q1', 'q2', 'q3', 'q4'].map((period) => ({ period, value: '92.7' }));
    expect(scoreOf({ dimensions }, { routine: quarters, marks: [mark('leader', 'supervisor', '4')] })).toBe(
      '92.065',
    );
  });

  it('F (F2): 30, 15, 4 and 1 votes at 100, 80, 60 and 40 give 89.6', () => {
    const votes = [
      ...Array(30).fill('100'),
      ...Array(15).fill('80'),
      ...Array(4).fill('60'),
      '40',
    ] as string[];
    const dimensions = [dimensionWith('item', '100', [marked('votes', '100', ['peer', '100'])])];
    expect(
      scoreOf({ dimensions }, { marks: votes.map((value, at) => mark('votes', 'peer', value, `v${at}`)) }),
    ).toBe('89.6');
  });

  it('G (C7): 70 % of a community band of 90, 20 % leaders 88, 10 % poll 92 give 89.8', () => {
    const facts = [
      { id: 'community_score', type: 'decimal' as const, scope: 'person' as const, title: said('band') },
    ];
    const dimensions = [
      dimensionWith('community', '70', [
        partWith('band', '100', { source: { kind: 'fact', fact: 'community_score', max: '100' } }),
      ]),
      dimensionWith('leaders', '20', [marked('leaders', '100', ['supervisor', '100'])]),
      dimensionWith('poll', '10', [marked('poll', '100', ['peer', '100'])]),
    ];
    const marks = [mark('leaders', 'supervisor', '88'), mark('poll', 'peer', '92')];
    expect(scoreOf({ facts, dimensions }, { facts: { community_score: 90 }, marks })).toBe('89.8');
  });

  it('I (C3): street 26 of 30, peers 9 of 10 and residents 85 % of 60 give 86', () => {
    const dimensions = [
      dimensionWith('street', '30', [marked('street', '30', ['supervisor', '100'])]),
      dimensionWith('peers', '10', [marked('peers', '10', ['peer', '100'])]),
      dimensionWith('satisfaction', '60', [survey]),
    ];
    const counts = { issued: 80, valid: 60, satisfied: 51, ordinary: 45 };
    expect(
      scoreOf(
        { dimensions },
        { survey: counts, marks: [mark('street', 'supervisor', '26'), mark('peers', 'peer', '9')] },
      ),
    ).toBe('86');
  });

  it('keeps a third as a third: 89, 90 and 90 have the mean 269/3', () => {
    const marks = ['89', '90', '90'].map((value, at) => mark('votes', 'peer', value, `v${at}`));
    expect(
      scoreOf(
        { dimensions: [dimensionWith('item', '100', [marked('votes', '100', ['peer', '100'])])] },
        { marks },
      ),
    ).toBe('269/3');
  });
});

describe('satisfaction below 60 % (L, C1)', () => {
  const rulebook = rulebookWith({
    dimensions: [
      dimensionWith('satisfaction', '100', [survey], { rounding: { places: 0, mode: 'half_up' } }),
    ],
    vetoes: [
      {
        id: 'satisfaction-floor',
        clause: 'C1',
        when: { fact: 'satisfaction_rate', op: 'lt', value: '0.60' },
        effect: { force: 'incompetent' },
      },
    ],
  });

  it.each([
    [149, 250, 'incompetent', 'veto'],
    [150, 250, 'basically_competent', 'band'],
    [151, 250, 'basically_competent', 'band'],
    [3, 5, 'basically_competent', 'band'],
  ])(
    '%i of %i is %s by %s: the exact share is compared, whatever the score is rounded to',
    (satisfied, valid, grade, by) => {
      const person = appraiseeWith('a', { survey: { issued: 300, valid, satisfied, ordinary: valid } });
      const [result] = evaluateUnit(rulebook, caseWith([person])).people;
      expect(result?.final).toMatchObject({ grade, by });
    },
  );
});
