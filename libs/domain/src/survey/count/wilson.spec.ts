import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intervalHolds } from '../../evaluate/survey.js';
import { exact, parseExact } from '../../exact/exact.js';
import { stratifiedRate, type StratumRate } from './stratified.js';
import { wilson, type RateCounts } from './wilson.js';

const file = new URL('../../../vectors/survey-intervals.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly wilson: {
    readonly cases: readonly (RateCounts & { readonly low: number; readonly high: number })[];
  };
  readonly stratified: {
    readonly cases: readonly {
      readonly strata: readonly StratumRate[];
      readonly mean: number;
      readonly standardError: number;
    }[];
  };
};

const counts = fc
  .record({ valid: fc.integer({ min: 1, max: 3000 }), of: fc.nat(10_000), more: fc.option(fc.nat(5000)) })
  .map(({ valid, of, more }) => ({
    valid,
    satisfied: of % (valid + 1),
    population: more === null ? null : valid + more,
  }));
const tenThousandths = (text: string) => Math.round(Number(text) * 10_000);

describe('wilson', () => {
  it.each(vectors.wilson.cases)(
    '$satisfied of $valid out of $population: as statsmodels computes it',
    ({ low, high, ...given }) => {
      const fine = wilson(given, 12);
      expect(Number(fine?.low)).toBeCloseTo(low, 10);
      expect(Number(fine?.high)).toBeCloseTo(high, 10);
    },
  );

  it('rounds outwards: a line on the fourth decimal lies between the ends exactly when the interval holds it', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9_999 }), (given, at) => {
        const ends = wilson(given);
        const [low, high] = [tenThousandths(ends?.low ?? ''), tenThousandths(ends?.high ?? '')];
        const holds = (place: number) => intervalHolds(given, exact(BigInt(place), 10_000n));
        for (const place of [at, low, low + 1, high - 1, high].filter((each) => each > 0 && each < 10_000)) {
          const inside = place > low && place < high;
          // On an end itself the line is held only if the end was not rounded.
          if (place !== low && place !== high) expect(holds(place)).toBe(inside);
        }
      }),
    );
  });

  it('lies within 0 and 1, holds the rate, and is narrower the larger a part of the population answered', () => {
    fc.assert(
      fc.property(counts, ({ satisfied, valid }) => {
        const widths = [null, valid * 20 + 2, valid * 2 + 2, valid].map((population) => {
          const ends = wilson({ satisfied, valid, population });
          const [low, high] = [Number(ends?.low), Number(ends?.high)];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(satisfied / valid);
          expect(high).toBeGreaterThanOrEqual(satisfied / valid);
          return high - low;
        });
        for (const [at, width] of widths.entries()) {
          expect(width).toBeLessThanOrEqual((widths[at - 1] ?? width) + 1e-9);
        }
      }),
    );
  });

  it('has no width where everybody answered, and none at all where nobody did', () => {
    expect(wilson({ satisfied: 30, valid: 40, population: 40 })).toEqual({ low: '0.75', high: '0.75' });
    expect(wilson({ satisfied: 1, valid: 1, population: 1 })).toEqual({ low: '1', high: '1' });
    expect(wilson({ satisfied: 0, valid: 0 })).toBeNull();
  });
});

describe('intervalHolds', () => {
  it.each([
    [149, 250, undefined, true],
    [149, 250, null, true],
    [168, 250, 100_000, false],
    [165, 250, 100_000, true],
    [165, 250, 300, false], // nearly everybody answered: little is left to chance
    [150, 250, 250, true], // on the line
    [151, 250, 250, false],
  ])('%i of %i out of %p holds a line at 0.6: %p', (satisfied, valid, population, holds) => {
    expect(intervalHolds({ satisfied, valid, population }, parseExact('0.6'))).toBe(holds);
  });
});

describe('stratifiedRate', () => {
  it.each(vectors.stratified.cases)('%j: as samplics computes it', ({ strata, mean, standardError }) => {
    const { rate, low, high } = stratifiedRate(strata) ?? { rate: '0', low: '0', high: '0' };
    const { n, d } = parseExact(rate);
    expect(Number(n) / Number(d)).toBeCloseTo(mean, 12);
    expect(Math.abs(Number(low) - Math.max(0, mean - 1.96 * standardError))).toBeLessThan(1.0001e-4);
    expect(Math.abs(Number(high) - Math.min(1, mean + 1.96 * standardError))).toBeLessThan(1.0001e-4);
  });

  it('is the plain rate where there is one stratum, or where all have the same', () => {
    expect(stratifiedRate([{ population: 500, valid: 40, satisfied: 30 }])?.rate).toBe('0.75');
    const same = [100, 900].map((population) => ({ population, valid: 20, satisfied: 15 }));
    expect(stratifiedRate(same)?.rate).toBe('0.75');
  });

  it('leaves out a stratum of nobody, and gives nothing where one with people has fewer than two ballots', () => {
    const one = { population: 500, valid: 40, satisfied: 30 };
    expect(stratifiedRate([one, { population: 0, valid: 0, satisfied: 0 }])).toEqual(stratifiedRate([one]));
    expect(stratifiedRate([one, { population: 60, valid: 1, satisfied: 1 }])).toBeNull();
    expect(stratifiedRate([])).toBeNull();
  });
});
