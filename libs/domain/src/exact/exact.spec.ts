import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import {
  addExact,
  compareExact,
  divideExact,
  equalExact,
  exact,
  formatExact,
  isExactText,
  multiplyExact,
  parseExact,
  roundExact,
  subtractExact,
  sumExact,
  type RoundingMode,
} from './exact.js';

const anyExact = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => exact(n, d));

describe('parseExact and formatExact', () => {
  it.each([
    ['89.6', '89.6'],
    ['089.60', '89.6'],
    ['-0.50', '-0.5'],
    ['0.0', '0'],
    ['268/3', '268/3'],
    ['536/6', '268/3'],
    ['149/250', '0.596'],
    ['-7/4', '-1.75'],
    ['1/1024', '0.0009765625'],
  ])('reads %s and writes %s', (text, canonical) => {
    expect(formatExact(parseExact(text))).toBe(canonical);
  });

  it.each(['', 'abc', '1.', '.5', '1e3', '1/0', '--1', '1/2/3', ' 1', '1.5/2'])('refuses %p', (text) => {
    expect(isExactText(text)).toBe(false);
    expect(() => parseExact(text)).toThrow(Refusal);
  });

  it('gives every number back as it was', () => {
    fc.assert(fc.property(anyExact, (a) => equalExact(parseExact(formatExact(a)), a)));
  });
});

describe('arithmetic', () => {
  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(anyExact, anyExact, anyExact, (a, b, c) => {
        expect(addExact(a, b)).toEqual(addExact(b, a));
        expect(multiplyExact(a, addExact(b, c))).toEqual(addExact(multiplyExact(a, b), multiplyExact(a, c)));
        expect(subtractExact(addExact(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiplyExact(divideExact(a, b), b)).toEqual(a);
        expect(sumExact([a, b, c])).toEqual(addExact(addExact(a, b), c));
      }),
    );
  });

  it('keeps every value in lowest terms with a positive denominator', () => {
    expect(exact(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(exact(0n, -7n)).toEqual({ n: 0n, d: 1n });
  });

  it('orders as cross multiplication does: 149 of 250 is below 60 %, 150 of 250 is not', () => {
    const floor = parseExact('0.60');
    expect(compareExact(parseExact('149/250'), floor)).toBe(-1);
    expect(compareExact(parseExact('150/250'), floor)).toBe(0);
    fc.assert(fc.property(anyExact, anyExact, (a, b) => compareExact(a, b) + compareExact(b, a) === 0));
  });
});

describe('roundExact', () => {
  it.each<[string, number, RoundingMode, string]>([
    ['2.5', 0, 'half_up', '3'],
    ['-2.5', 0, 'half_up', '-3'],
    ['2.5', 0, 'half_even', '2'],
    ['3.5', 0, 'half_even', '4'],
    ['-2.5', 0, 'half_even', '-2'],
    ['1.6', 0, 'floor', '1'],
    ['-1.6', 0, 'floor', '-2'],
    ['1.6', 0, 'ceil', '2'],
    ['-1.6', 0, 'ceil', '-1'],
    ['4289.1', 0, 'half_up', '4289'],
    ['88.065', 2, 'half_up', '88.07'],
    ['268/3', 2, 'half_up', '89.33'],
    ['89.995', 2, 'half_up', '90'],
  ])('takes %s to %i places %s: %s', (text, places, mode, expected) => {
    expect(formatExact(roundExact(parseExact(text), places, mode))).toBe(expected);
  });

  it('moves a number by less than one unit of the last place, by at most half of it when it rounds to the nearest', () => {
    const modes = fc.constantFrom<RoundingMode>('half_up', 'half_even', 'floor', 'ceil');
    fc.assert(
      fc.property(anyExact, fc.integer({ min: 0, max: 6 }), modes, (a, places, mode) => {
        const unit = exact(1n, 10n ** BigInt(places));
        const moved = subtractExact(roundExact(a, places, mode), a);
        const distance = moved.n < 0n ? { n: -moved.n, d: moved.d } : moved;
        const limit = mode === 'floor' || mode === 'ceil' ? unit : multiplyExact(unit, exact(1n, 2n));
        expect(compareExact(distance, limit)).not.toBe(1);
        if (mode === 'floor') expect(moved.n <= 0n).toBe(true);
        if (mode === 'ceil') expect(moved.n >= 0n).toBe(true);
        expect((roundExact(a, places, mode).n * 10n ** BigInt(places)) % roundExact(a, places, mode).d).toBe(
          0n,
        );
      }),
    );
  });
});
