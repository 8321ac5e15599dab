import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Facts, FactValue } from '../evaluate/facts.js';
import { quotaWith, rulebookWith, type RulebookInput } from '../testing.js';
import type { QuotaPerson } from './quota-base.js';
import { drawKey } from './ranking.js';
import { solveQuota, type QuotaUnit } from './solve-quota.js';

type QuotaInput = Partial<RulebookInput['quota']>;

function personWith(
  id: string,
  grade: string | null,
  facts: Record<string, FactValue> = {},
  unit = 'u1',
): QuotaPerson {
  return { id, unit, outcome: 'graded', grade, facts: new Map(Object.entries(facts)) };
}

function unitWith(id = 'u1', overrides: Partial<QuotaUnit> = {}): QuotaUnit {
  return { id, facts: new Map(), ...overrides };
}

/** `count` people of a unit who want no seat. */
function crowd(count: number, unit = 'u1'): QuotaPerson[] {
  return Array.from({ length: count }, (_, at) => personWith(`${unit}-${at}`, 'competent', {}, unit));
}

function solve(people: QuotaPerson[], quota: QuotaInput = {}, units: QuotaUnit[] = [unitWith()]) {
  return solveQuota(rulebookWith({ quota: quotaWith(quota) }), 'seed', units, people);
}

describe('the seats of a unit', () => {
  it.each([
    [8, '0.2', 'floor', '1.6', 1], // facts 5 H (C9)
    [8, '0.2', 'half_up', '1.6', 2],
    [8, '0.2', 'ceil', '1.6', 2],
    [20, '0.3', 'floor', '6', 6], // facts 5 C (C14)
    [18, '0.3', 'floor', '5.4', 5],
    [20, '0.2', 'ceil', '4', 4],
    [5, '0.3', 'half_up', '1.5', 2],
    [0, '0.2', 'ceil', '0', 0],
    [7, '0.2', 'largest_remainder', '1.4', 1], // alone in its pool: the floor
  ] as const)('are %i x %s by %s: %s exact, %i seats', (count, cap, rounding, exactSeats, seats) => {
    expect(solve(crowd(count), { cap, rounding }).sheets[0]).toMatchObject({
      base: count,
      exactSeats,
      seats,
    });
  });

  it('are shared over a pool by largest remainder: floor of the sum, then the largest fractions', () => {
    const units = ['a', 'b', 'c'].map((id) => unitWith(id, { pool: 'street' }));
    const people = [...crowd(7, 'a'), ...crowd(8, 'b'), ...crowd(6, 'c')]; // 1.4 + 1.6 + 1.2 = 4.2
    const { sheets } = solve(people, { rounding: 'largest_remainder' }, units);
    expect(sheets.map(({ seats }) => seats)).toEqual([1, 2, 1]);
  });

  it('go to the smaller unit id when two fractions are equal', () => {
    const units = ['b', 'a'].map((id) => unitWith(id, { pool: 'street' }));
    const { sheets } = solve(
      crowd(7, 'a').concat(crowd(8, 'b').slice(0, 7)),
      { rounding: 'largest_remainder', cap: '0.5' },
      units,
    );
    expect(sheets.map(({ unit, seats }) => [unit, seats])).toEqual([
      ['b', 3],
      ['a', 4],
    ]);
  });

  it('pool nothing under another rounding', () => {
    const units = ['a', 'b'].map((id) => unitWith(id, { pool: 'street' }));
    const { sheets } = solve([...crowd(9, 'a'), ...crowd(9, 'b')], {}, units);
    expect(sheets.map(({ seats }) => seats)).toEqual([1, 1]);
  });
});

describe('the cap of a unit (N6 Art 15)', () => {
  const caps: QuotaInput = {
    raised: [
      { id: 'merit', clause: 'Art 15(2)(1)', when: { fact: 'merit', op: 'eq', value: true }, cap: '0.25' },
      { id: 'more', clause: 'local', when: { fact: 'more', op: 'eq', value: true }, cap: '0.22' },
    ],
    lowered: [
      { id: 'poor', clause: 'Art 15(3)', when: { fact: 'poor', op: 'eq', value: true }, cap: '0.15' },
    ],
  };
  const both: Facts = new Map([
    ['merit', true],
    ['poor', true],
  ]);

  it.each<[string, Facts, QuotaInput, string, string]>([
    ['20 % when nothing speaks', new Map(), {}, '0.2', 'quota'],
    ['25 % when raised', new Map([['merit', true]]), {}, '0.25', 'merit'],
    [
      'the highest of several raised caps',
      new Map([
        ['merit', true],
        ['more', true],
      ]),
      {},
      '0.25',
      'merit',
    ],
    ['15 % when lowered', new Map([['poor', true]]), {}, '0.15', 'poor'],
    [
      'the lowered one when both speak and the rulebook says so',
      both,
      { whenBoth: 'lowered' },
      '0.15',
      'poor',
    ],
    ['the stated one when both speak and the rulebook says so', both, { whenBoth: 'base' }, '0.2', 'quota'],
  ])('is %s', (_, facts, quota, cap, capRule) => {
    const { sheets } = solve(crowd(20), { ...caps, ...quota }, [unitWith('u1', { facts })]);
    expect(sheets[0]).toMatchObject({ cap, capRule });
  });

  it('is left to people when both speak and the rulebook says so: nobody is awarded', () => {
    const people = [personWith('a', 'excellent', { composite: '95' }), ...crowd(19)];
    const result = solve(people, { ...caps, whenBoth: 'to_people' }, [unitWith('u1', { facts: both })]);
    expect(result.sheets[0]).toMatchObject({ awarded: [], seats: 0, toPeople: { zh: expect.any(String) } });
    expect(result.outcomes.get('a')).toMatchObject({ kind: 'to_people' });
  });
});

describe('the base', () => {
  const mixed: QuotaPerson[] = [
    ...crowd(6),
    { ...personWith('held', null), outcome: 'held' },
    { ...personWith('leave', null), outcome: 'ungraded' },
    personWith('refuser', 'incompetent', { refused: true }),
    personWith('chief', 'excellent', { post: 'head' }),
  ];
  const refusals = {
    id: 'refusals',
    clause: 'Art 44',
    when: { fact: 'refused', op: 'eq' as const, value: true },
  };
  const excludes = { id: 'heads', clause: 'C9', when: { fact: 'post', op: 'eq' as const, value: 'head' } };

  it.each<[string, QuotaInput, number]>([
    ['counts everyone who should be appraised, with or without a grade', {}, 10],
    ['counts only the outcomes the rulebook names', { baseCounts: ['graded', 'held'] }, 9],
    ['leaves out refusals where it counts who took part', { base: 'took_part', refusals }, 9],
    ['counts everyone as taking part where the rulebook names no refusal', { base: 'took_part' }, 10],
    ['leaves out heads counted elsewhere', { excludes }, 9],
    ['is the stated headcount', { base: 'headcount' }, 12],
    ['is the stated headcount less heads counted elsewhere', { base: 'headcount', excludes }, 11],
  ])('%s', (_, quota, base) => {
    expect(solve(mixed, quota, [unitWith('u1', { headcount: 12 })]).sheets[0]?.base).toBe(base);
  });

  it('does not rank a head counted elsewhere, who keeps the grade', () => {
    const result = solve([personWith('chief', 'excellent', { post: 'head', composite: '99' }), ...crowd(4)], {
      excludes,
    });
    expect(result.sheets[0]).toMatchObject({ candidates: 0, awarded: [] });
    expect(result.outcomes.get('chief')).toEqual({ kind: 'elsewhere', grade: 'excellent' });
  });
});

describe('who gets a seat', () => {
  const chain: QuotaInput['tieBreaks'] = [
    { id: 'front-line', clause: 'Art 15', prefer: { fact: 'front_line', op: 'eq', value: true } },
    { id: 'work', clause: 'local', by: 'score.work', direction: 'higher_first' },
    { id: 'leave', clause: 'local', by: 'leave', direction: 'lower_first' },
    { id: 'draw', clause: 'local', draw: 'sha256' },
  ];
  const tied = (id: string, facts: Record<string, FactValue> = {}) =>
    personWith(id, 'excellent', { composite: '91', ...facts });

  it.each<[string, QuotaPerson, QuotaPerson, string]>([
    [
      'the higher composite, compared exactly',
      personWith('z', 'excellent', { composite: '274/3' }),
      personWith('a', 'excellent', { composite: '91.33' }),
      'composite',
    ],
    [
      'the front line before others at an equal composite',
      tied('z', { front_line: true }),
      tied('a'),
      'front-line',
    ],
    ['the higher fact', tied('z', { 'score.work': '95.5' }), tied('a', { 'score.work': '95.25' }), 'work'],
    ['the known fact before the unknown', tied('z', { 'score.work': '1' }), tied('a'), 'work'],
    [
      'the lower fact where the lower comes first',
      tied('z', { leave: '9' }),
      tied('a', { leave: '10' }),
      'leave',
    ],
    [
      'whoever has a composite before a forced grade without one',
      tied('z'),
      personWith('a', 'excellent'),
      'composite',
    ],
  ])('is %s', (_, winner, loser, decidedBy) => {
    const { sheets, lines } = solve([loser, winner, ...crowd(3)], { tieBreaks: chain });
    expect(sheets[0]).toMatchObject({ seats: 1, awarded: ['z'], displaced: ['a'], drawSeed: null });
    expect(lines.get('z')).toMatchObject({ rank: 1, side: 'in', decidedBy });
    expect(lines.get('a')).toMatchObject({ rank: 2, side: 'out', decidedBy });
  });

  it('is drawn by SHA-256 of seed/unit/appraisee at the end of the chain, and the seed is shown', () => {
    // printf 'seed/u1/a' | sha256sum
    expect(drawKey('seed', 'u1', 'a')).toBe(
      '67cd53cd2a92e3af3e97e66eab38849b061279e52712d6683848d7ca2b1ba228',
    );
    const { sheets, lines } = solve([tied('a'), tied('b'), ...crowd(3)], { tieBreaks: chain });
    const first = drawKey('seed', 'u1', 'a') < drawKey('seed', 'u1', 'b') ? 'a' : 'b';
    expect(sheets[0]).toMatchObject({ awarded: [first], drawSeed: 'seed' });
    expect(lines.get('a')?.decidedBy).toBe('draw');
  });

  it('is drawn by a lot instead of the id, so that runs with other ids draw the same person', () => {
    const winnerOf = (ids: readonly [string, string]): string | undefined => {
      const people = ids.map((id, at) => ({ ...tied(id), lot: ['anna', 'bert'][at] }));
      return solve([...people, ...crowd(3)], { tieBreaks: chain }).sheets[0]?.awarded[0];
    };
    const ids = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'];
    const places = ids.map((id) => (winnerOf([id, `${id}-other`]) === id ? 'anna' : 'bert'));
    expect(new Set(places).size).toBe(1);
  });

  it('is left to people for those tied on the line when no rule breaks the tie', () => {
    const people = [personWith('top', 'excellent', { composite: '99' }), tied('a'), tied('b'), ...crowd(7)];
    const result = solve(people, {
      tieBreaks: [{ id: 'work', clause: 'x', by: 'score.work', direction: 'higher_first' }],
    });
    expect(result.sheets[0]).toMatchObject({
      seats: 2,
      awarded: ['top'],
      displaced: [],
      toPeople: { en: expect.any(String) },
    });
    expect(['a', 'b'].map((id) => result.outcomes.get(id)?.kind)).toEqual(['to_people', 'to_people']);
  });

  it('counts joint grades together: the better grade first, whoever is displaced falls below both', () => {
    const people = [
      personWith('good-high', 'competent', { composite: '89' }),
      personWith('best-low', 'excellent', { composite: '90' }),
      personWith('good-low', 'competent', { composite: '80' }),
      ...Array.from({ length: 7 }, (_, at) => personWith(`x${at}`, 'basically_competent')),
    ];
    const { outcomes } = solve(people, { grades: ['excellent', 'competent'] }); // 2 seats
    expect(outcomes.get('best-low')).toEqual({ kind: 'seat', rank: 1, grade: 'excellent' });
    expect(outcomes.get('good-high')).toEqual({ kind: 'seat', rank: 2, grade: 'competent' });
    expect(outcomes.get('good-low')).toEqual({ kind: 'displaced', rank: 3, grade: 'basically_competent' });
  });

  it('gives reasons to the last in, the first out and everyone tied with them, and to nobody else', () => {
    const people = ['99', '91', '91', '91', '90', '89'].map((composite, at) =>
      personWith(`p${at}`, 'excellent', { composite }),
    );
    const { lines, sheets } = solve([...people, ...crowd(4)], { tieBreaks: chain }); // 2 seats
    expect(sheets[0]?.seats).toBe(2);
    expect([...lines.keys()].sort()).toEqual(['p1', 'p2', 'p3']);
  });

  it('draws no line when everyone has a seat, and says so when there is no seat at all', () => {
    expect(solve([tied('a'), ...crowd(9)], { tieBreaks: chain }).lines.size).toBe(0);
    expect(solve([tied('a'), tied('b')], { tieBreaks: chain }).lines.get('a')).toMatchObject({
      seats: 0,
      side: 'out',
      decidedBy: 'seats',
    });
  });
});

const smallUnit = fc
  .record({
    marks: fc.array(
      fc.record({
        composite: fc.constantFrom('90', '91', '272/3', '95'),
        front: fc.boolean(),
        wants: fc.boolean(),
      }),
      { maxLength: 7 },
    ),
    cap: fc.constantFrom('0.2', '0.3', '0.5', '0.75'),
    rounding: fc.constantFrom('floor', 'half_up', 'ceil', 'largest_remainder' as const),
  })
  .map(({ marks, ...quota }) => ({
    people: marks.map(({ composite, front, wants }, at) =>
      personWith(`p${at}`, wants ? 'excellent' : 'competent', { composite, front_line: front }),
    ),
    quota: {
      ...quota,
      tieBreaks: [
        { id: 'front-line', clause: 'x', prefer: { fact: 'front_line', op: 'eq' as const, value: true } },
        { id: 'draw', clause: 'x', draw: 'sha256' as const },
      ],
    },
  }));

/** A total order written down a second time, without the solver. */
function sortKey(person: QuotaPerson): string {
  const order = ['95', '91', '272/3', '90'].indexOf(String(person.facts.get('composite')));
  return `${order} ${person.facts.get('front_line') === true ? 0 : 1} ${drawKey('seed', 'u1', person.id)}`;
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

describe('solveQuota on small units', () => {
  it('finds the one way of giving the seats in which nobody without a seat comes before somebody with one', () => {
    fc.assert(
      fc.property(smallUnit, ({ people, quota }) => {
        const [sheet] = solve(people, quota).sheets;
        const wants = people.filter(({ grade }) => grade === 'excellent');
        const size = Math.min(sheet?.seats ?? 0, wants.length);
        const fair = subsets(wants, size).filter((seated) =>
          wants.every(
            (one) => seated.includes(one) || seated.every((other) => sortKey(other) < sortKey(one)),
          ),
        );
        expect(fair).toHaveLength(1);
        expect([...(sheet?.awarded ?? [])].sort()).toEqual(fair[0]?.map(({ id }) => id).sort());
        expect((sheet?.seats ?? 0) <= Math.ceil(people.length * Number(quota.cap))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same seats and reasons in any order of the input', () => {
    fc.assert(
      fc.property(smallUnit, fc.infiniteStream(fc.nat()), ({ people, quota }, keys) => {
        const shuffled = people
          .map((person) => ({ person, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key);
        const one = solve(people, quota);
        const other = solve(
          shuffled.map(({ person }) => person),
          quota,
        );
        expect(other.sheets).toEqual(one.sheets);
        expect(other.lines).toEqual(one.lines);
      }),
    );
  });

  it('is monotone: a higher cap takes no seat away, and neither does a higher composite of one’s own', () => {
    fc.assert(
      fc.property(smallUnit, fc.nat(), ({ people, quota }, at) => {
        const before = solve(people, quota).sheets[0]?.awarded ?? [];
        const wider = solve(people, { ...quota, cap: '0.9' }).sheets[0]?.awarded ?? [];
        expect(before.every((id) => wider.includes(id))).toBe(true);
        const id = before[at % Math.max(1, before.length)];
        const better = people.map((one) =>
          one.id === id ? { ...one, facts: new Map([...one.facts, ['composite', '99']]) } : one,
        );
        if (id !== undefined) expect(solve(better, quota).sheets[0]?.awarded).toContain(id);
      }),
    );
  });
});
