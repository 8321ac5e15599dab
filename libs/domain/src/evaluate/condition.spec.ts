import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Comparison, Condition } from '../rulebook/schema/condition.js';
import { factIds, factsRead, holds } from './condition.js';
import type { FactValue } from './facts.js';

const facts = new Map<string, FactValue>([
  ['rate', '149/250'],
  ['months', '6'],
  ['long', '9007199254740993'],
  ['code', 'aid'],
  ['yes', true],
]);
const is = (fact: string, op: Comparison['op'], value?: Comparison['value']): Condition =>
  value === undefined ? { fact, op } : { fact, op, value };

describe('holds', () => {
  it.each([
    ['149 of 250 is below 60 %', is('rate', 'lt', '0.6'), true],
    ['149 of 250 is exactly 0.596', is('rate', 'eq', '0.5960'), true],
    ['149 of 250 is not at least 60 %', is('rate', 'ge', '0.60'), false],
    ['half a year is not over half a year', is('months', 'gt', 6), false],
    ['half a year is half a year', is('months', 'ge', '6.0'), true],
    ['six is at most six', is('months', 'le', 6), true],
    ['six is not below six', is('months', 'lt', 6), false],
    ['numbers beyond 2^53 differ by one', is('long', 'gt', '9007199254740992'), true],
    ['numbers beyond 2^53 are equal to themselves', is('long', 'eq', '9007199254740993'), true],
    ['a code is in a list', is('code', 'in', ['study', 'aid']), true],
    ['a code is not in another', is('code', 'not_in', ['study', 'task']), true],
    ['a code differs', is('code', 'ne', 'study'), true],
    ['a yes is a yes', is('yes', 'eq', true), true],
    ['a yes is no number', is('yes', 'ge', 1), false],
    ['a code has no order', is('code', 'lt', 'b'), false],
    ['a number is in a list of numbers', is('months', 'in', [5, '6.00']), true],
  ])('%s', (_rule, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it.each(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'not_in', 'known'] as const)(
    'a fact nobody knows makes "%s" false',
    (op) => {
      const value = op === 'in' || op === 'not_in' ? [1] : op === 'known' ? undefined : 1;
      expect(holds(is('absent', op, value), facts)).toBe(false);
      expect(holds({ not: is('absent', op, value) }, facts)).toBe(true);
    },
  );

  it('knows what is not known', () => {
    expect(holds(is('absent', 'unknown'), facts)).toBe(true);
    expect(holds(is('yes', 'unknown'), facts)).toBe(false);
    expect(holds(is('yes', 'known'), facts)).toBe(true);
  });

  it('joins with all, any and not', () => {
    const yes = is('yes', 'eq', true);
    const no = is('yes', 'eq', false);
    expect(holds({ all: [yes, { any: [no, yes] }, { not: no }] }, facts)).toBe(true);
    expect(holds({ all: [yes, no] }, facts)).toBe(false);
    expect(holds({ any: [no, { not: yes }] }, facts)).toBe(false);
  });

  it('orders fractions as cross multiplication does', () => {
    const part = fc.tuple(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
    );
    fc.assert(
      fc.property(part, part, ([a, b], [c, d]) => {
        const known = new Map<string, FactValue>([['x', `${a}/${b}`]]);
        expect(holds(is('x', 'lt', `${c}/${d}`), known)).toBe(a * d < c * b);
        expect(holds(is('x', 'eq', `${c}/${d}`), known)).toBe(a * d === c * b);
        expect(holds(is('x', 'ge', `${c}/${d}`), known)).toBe(a * d >= c * b);
      }),
    );
  });
});

describe('factsRead', () => {
  const condition: Condition = {
    all: [
      is('months', 'gt', 3),
      { any: [is('absent', 'eq', 1), is('months', 'lt', 9)] },
      { not: is('yes', 'eq', true) },
    ],
  };

  it('names every fact once, in the order written', () => {
    expect(factIds(condition)).toEqual(['months', 'absent', 'yes']);
  });

  it('gives the values read, and null for what is not known', () => {
    expect(factsRead(condition, facts)).toEqual([
      { fact: 'months', value: '6' },
      { fact: 'absent', value: null },
      { fact: 'yes', value: true },
    ]);
  });
});
