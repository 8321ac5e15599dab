import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAllowances } from './allowances.js';

describe('createAllowances', () => {
  it('lets through as many at once as the rate says, then says how long to wait', () => {
    const allowances = createAllowances({ atOnce: 3, perSecond: 0.5 });
    expect([1, 2, 3, 4].map(() => allowances.take('a', 1000))).toEqual([0, 0, 0, 2]);
    expect(allowances.take('a', 2000)).toBe(1);
    expect(allowances.take('a', 3000)).toBe(0);
  });

  it('keeps one apart from the other', () => {
    const allowances = createAllowances({ atOnce: 1, perSecond: 1 });
    expect([allowances.take('a', 0), allowances.take('b', 0), allowances.take('a', 0)]).toEqual([0, 0, 1]);
  });

  it('gives nothing for a clock that runs backwards', () => {
    const allowances = createAllowances({ atOnce: 1, perSecond: 1 });
    expect([allowances.take('a', 5000), allowances.take('a', 0), allowances.take('a', 900)]).toEqual([
      0, 1, 1,
    ]);
  });

  it('forgets whoever has not come for longest when there are too many', () => {
    const allowances = createAllowances({ atOnce: 1, perSecond: 1 }, 2);
    const take = (key: string) => allowances.take(key, 0);
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(take)).toEqual([0, 0, 1, 0, 1, 0]);
  });

  it('never lets through more than were saved up and have come since', () => {
    const rates = fc.record({
      atOnce: fc.integer({ min: 1, max: 9 }),
      perSecond: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(rates, fc.array(fc.nat(500), { minLength: 1, maxLength: 100 }), (rate, gaps) => {
        const allowances = createAllowances(rate);
        let now = 0;
        let through = 0;
        for (const gap of gaps) {
          now += gap;
          if (allowances.take('a', now) === 0) through += 1;
        }
        expect(through).toBeLessThanOrEqual(rate.atOnce + Math.floor((now / 1000) * rate.perSecond + 1e-6));
      }),
    );
  });
});
