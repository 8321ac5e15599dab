import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTokenBucket } from './token-bucket.js';

describe('createTokenBucket', () => {
  it('lets a burst through at once and then keeps the rate', () => {
    const bucket = createTokenBucket({ now: () => 0 }, { perSecond: 10, burst: 3 });
    expect(Array.from({ length: 6 }, () => bucket.take())).toEqual([0, 0, 0, 100, 200, 300]);
  });

  it('fills up again while nobody asks, up to a burst', () => {
    let now = 0;
    const bucket = createTokenBucket({ now: () => now }, { perSecond: 10, burst: 2 });
    for (let index = 0; index < 5; index += 1) bucket.take();
    now = 60_000;
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 100]);
  });

  it('never lets more through in any second than its rate and one burst', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
    const limits = fc.record({
      perSecond: fc.integer({ min: 1, max: 50 }),
      burst: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(gaps, limits, (between, limit) => {
        let now = 0;
        const bucket = createTokenBucket({ now: () => now }, limit);
        const sent = between.map((gap) => {
          now += gap;
          return now + bucket.take();
        });
        for (const from of sent) {
          const within = sent.filter((at) => at >= from && at < from + 1000).length;
          expect(within).toBeLessThanOrEqual(limit.perSecond + limit.burst);
        }
      }),
    );
  });
});
