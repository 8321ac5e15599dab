import { describe, expect, it } from '@jest/globals';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  partWith,
  raterWith,
  rulebookWith,
  type AppraiseeInput,
  type DimensionInput,
  type PartInput,
  type RaterInput,
  type RulebookInput,
} from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

type Mark = NonNullable<AppraiseeInput['marks']>[number];

function marksBy(role: string, values: readonly string[], part = 'p'): Mark[] {
  return values.map((value, at) => ({ part, role, rater: `${role}${at}`, value }));
}

function evaluated(overrides: Partial<RulebookInput>, ...people: AppraiseeInput[]) {
  return evaluateUnit(rulebookWith(overrides), caseWith(people)).people;
}

function onePart(part: Partial<PartInput>, dimension: Partial<DimensionInput> = {}): Partial<RulebookInput> {
  return { dimensions: [dimensionWith('work', '100', [partWith('p', '100', part)], dimension)] };
}

function markedBy(...raters: RaterInput[]): Partial<PartInput> {
  return { source: { kind: 'marks', max: '100', raters } };
}

describe('trim', () => {
  const trim = { dropHighest: 1, dropLowest: 1, whenMoreThan: 5 };

  it.each([
    ['drops one of each end of more than five marks (F9)', ['10', '80', '80', '80', '80', '100'], '80'],
    ['drops nothing of exactly five', ['10', '80', '80', '80', '100'], '70'],
  ])('%s', (_, values, composite) => {
    const raters = markedBy(raterWith('peer', '100', { trim }));
    const [person] = evaluated(onePart(raters), appraiseeWith('a', { marks: marksBy('peer', values) }));
    expect(person?.composite).toBe(composite);
  });
});

describe('a role with fewer valid marks than its minimum', () => {
  const marks = [...marksBy('supervisor', ['90']), ...marksBy('peer', ['60', '60'])];

  it.each([
    ['redistribute', '90', 'graded'],
    ['zero', '63', 'graded'],
    ['to_people', null, 'undecided'],
  ] as const)('%s: composite %s, %s', (missing, composite, status) => {
    const raters = markedBy(raterWith('supervisor', '70'), raterWith('peer', '30', { minCount: 3, missing }));
    const [person] = evaluated(onePart(raters), appraiseeWith('a', { marks }));
    expect(person).toMatchObject({ composite, final: { status } });
    expect(person?.flags.map(({ code }) => code)).toContain('RATERS_MISSING');
  });

  it('shares the weight in proportion over the roles that are there', () => {
    const raters = markedBy(
      raterWith('supervisor', '30'),
      raterWith('panel', '20'),
      raterWith('peer', '50', { minCount: 3 }),
    );
    const [person] = evaluated(
      onePart(raters),
      appraiseeWith('a', { marks: [...marks, ...marksBy('panel', ['80'])] }),
    );
    expect(person?.composite).toBe('86'); // (30 x 90 + 20 x 80) / 50
  });
});

describe('a part or a dimension without a score', () => {
  it.each([
    ['redistribute', '80'],
    ['zero', '48'],
    ['to_people', null],
  ] as const)('of a part, %s: %s', (missing, composite) => {
    const dimensions = [
      dimensionWith('work', '100', [partWith('p', '60'), partWith('gone', '40', { missing })]),
    ];
    const [person] = evaluated({ dimensions }, appraiseeWith('a', { marks: marksBy('supervisor', ['80']) }));
    expect(person?.composite).toBe(composite);
  });

  it.each([
    ['redistribute', '80'],
    ['zero', '48'],
    ['to_people', null],
  ] as const)('of a dimension, %s: %s', (missing, composite) => {
    const dimensions = [
      dimensionWith('work', '60', [partWith('p', '100')]),
      dimensionWith('other', '40', [partWith('gone', '100', { missing: 'redistribute' })], { missing }),
    ];
    const [person] = evaluated({ dimensions }, appraiseeWith('a', { marks: marksBy('supervisor', ['80']) }));
    expect(person).toMatchObject({ composite, dimensions: { other: null } });
  });

  it('leaves whoever has no score at all undecided, for people to settle', () => {
    const [person] = evaluated(
      onePart({ missing: 'redistribute' }, { missing: 'redistribute' }),
      appraiseeWith('a'),
    );
    expect(person).toMatchObject({
      composite: null,
      final: { status: 'undecided', grade: null, by: 'people' },
    });
  });

  it('uses the first sheet that lists the post', () => {
    const dimensions: DimensionInput[] = [
      dimensionWith('work', '100', [], {
        sheets: [
          { id: 'heads', posts: ['head'], parts: [partWith('h', '100')] },
          { id: 'all', posts: 'all', parts: [partWith('p', '100')] },
        ],
      }),
    ];
    const people = evaluated(
      { dimensions },
      appraiseeWith('a', { posts: ['head'], marks: marksBy('supervisor', ['70'], 'h') }),
      appraiseeWith('b', { marks: marksBy('supervisor', ['60'], 'p') }),
    );
    expect(people.map(({ composite }) => composite)).toEqual(['70', '60']);
  });
});

describe('bonuses and deductions', () => {
  const bonus = { id: 'award', clause: 'x', kind: 'bonus' as const, pointsEach: '3', cap: '5' };
  const second = { id: 'rescue', clause: 'x', kind: 'bonus' as const, pointsEach: '4', cap: '8' };
  const cut = {
    id: 'late',
    clause: 'x',
    kind: 'deduction' as const,
    pointsEach: '0.5',
    cap: '20',
    evidenceRequired: false,
  };
  const entry = (item: string, times: number, evidence = ['e1']) => ({ item, times, evidence });

  it.each<[string, ReturnType<typeof entry>[], Partial<DimensionInput>, string]>([
    ['add points each time', [entry('award', 1)], {}, '83'],
    ['stop at the cap of the item', [entry('award', 4)], {}, '85'],
    ['stop at the cap of the dimension', [entry('award', 4), entry('rescue', 2)], { bonusCap: '10' }, '90'],
    ['take points away', [entry('late', 3, [])], {}, '78.5'],
    ['stop at the cap for all deductions', [entry('late', 9)], { deductionCap: '2' }, '78'],
    ['do not count without evidence', [entry('award', 1, [])], {}, '80'],
    [
      'never leave 0 to 100',
      [entry('award', 9), entry('rescue', 9), entry('late', 0)],
      { adjustments: [{ ...second, cap: '50', pointsEach: '9' }, bonus, cut] },
      '100',
    ],
  ])('%s', (_, adjustments, dimension, composite) => {
    const rulebook = onePart({}, { adjustments: [bonus, second, cut], ...dimension });
    const [person] = evaluated(
      rulebook,
      appraiseeWith('a', { marks: marksBy('supervisor', ['80']), adjustments }),
    );
    expect(person?.composite).toBe(composite);
  });

  it('flag what had no evidence', () => {
    const person = appraiseeWith('a', {
      marks: marksBy('supervisor', ['80']),
      adjustments: [entry('award', 2, [])],
    });
    const [result] = evaluated(onePart({}, { adjustments: [bonus] }), person);
    expect(result?.flags.map(({ code }) => code)).toEqual(['ADJUSTMENT_WITHOUT_EVIDENCE']);
  });
});

describe('evidence', () => {
  it('is flagged where a part needs it and none is on record', () => {
    const marks = marksBy('supervisor', ['80']);
    const [without, with_] = evaluated(
      onePart({ evidenceRequired: true }),
      appraiseeWith('a', { marks }),
      appraiseeWith('b', { marks, evidence: { p: ['e1'] } }),
    );
    expect([without, with_].map((person) => person?.flags.map(({ code }) => code))).toEqual([
      ['EVIDENCE_MISSING'],
      [],
    ]);
  });
});

describe('rounding', () => {
  const raters = markedBy(raterWith('peer', '100'));
  const marks = marksBy('peer', ['89', '90', '90']); // 269/3 = 89.666...

  it('happens nowhere unless the rulebook says so', () => {
    expect(evaluated(onePart(raters), appraiseeWith('a', { marks }))[0]).toMatchObject({
      composite: '269/3',
      final: { grade: 'competent' },
    });
  });

  it('of the composite comes before the band where the rulebook rounds', () => {
    const rulebook = { ...onePart(raters), compositeRounding: { places: 0, mode: 'half_up' as const } };
    expect(evaluated(rulebook, appraiseeWith('a', { marks }))[0]).toMatchObject({
      composite: '90',
      provisional: { grade: 'excellent' },
    });
  });
});

describe('bands', () => {
  it.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.9999', 'competent'],
    ['75', 'competent'],
    ['74.9', 'basically_competent'],
    ['60', 'basically_competent'],
    ['59.9', 'incompetent'],
    ['0', 'incompetent'],
  ])('%s is %s: each end says whether it belongs to the band', (value, grade) => {
    const [person] = evaluated(onePart({}), appraiseeWith('a', { marks: marksBy('supervisor', [value]) }));
    expect(person?.provisional.grade).toBe(grade);
  });

  it('leave a gap undecided', () => {
    const bands: RulebookInput['bands'] = [
      {
        id: 'top',
        clause: 'x',
        grade: 'excellent',
        from: { value: '90', includes: false },
        to: { value: '100', includes: true },
      },
      {
        id: 'low',
        clause: 'x',
        grade: 'incompetent',
        from: { value: '0', includes: true },
        to: { value: '90', includes: false },
      },
    ];
    const [person] = evaluated(
      { ...onePart({}), bands },
      appraiseeWith('a', { marks: marksBy('supervisor', ['90']) }),
    );
    expect(person?.final).toMatchObject({ status: 'undecided', by: 'people', rule: 'bands' });
  });
});

describe('two posts (Art 39)', () => {
  const dimensions: DimensionInput[] = [
    dimensionWith('work', '100', [], {
      sheets: [
        { id: 'special', posts: ['specialist'], parts: [partWith('s', '50'), partWith('shared', '50')] },
        { id: 'rest', posts: 'all', parts: [partWith('p', '50'), partWith('shared', '50')] },
      ],
    }),
  ];
  const person = appraiseeWith('a', {
    posts: ['worker', 'specialist'],
    marks: [
      ...marksBy('supervisor', ['90'], 'p'),
      ...marksBy('supervisor', ['70'], 's'),
      ...marksBy('supervisor', ['80'], 'shared'),
    ],
  });

  it.each([
    ['mean', '80', 'graded'],
    ['lower', '75', 'graded'],
    ['to_people', null, 'undecided'],
  ] as const)('combine by %s: %s', (combine, composite, status) => {
    const [result] = evaluated({ dimensions, dualPosts: { id: 'dual', clause: 'Art 39', combine } }, person);
    expect(result).toMatchObject({ composite, final: { status } });
  });

  it('a mark given for one post counts for that post only', () => {
    const marks = [
      ...(person.marks ?? []).filter(({ part }) => part !== 'shared'),
      { part: 'shared', role: 'supervisor', rater: 'boss', value: '100', post: 'worker' },
      { part: 'shared', role: 'supervisor', rater: 'boss', value: '0', post: 'specialist' },
    ];
    const lower = { dimensions, dualPosts: { id: 'dual', clause: 'Art 39', combine: 'lower' as const } };
    expect(evaluated(lower, { ...person, marks })[0]?.composite).toBe('35');
  });
});
