import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shuffle } from './shuffle.js';

describe('shuffle', () => {
  it('keeps everything and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (things) => {
        const before = [...things];
        expect([...shuffle(things)].sort()).toEqual([...before].sort());
        expect(things).toEqual(before);
      }),
    );
  });

  it('reaches every order of three, none much oftener than another', () => {
    const counts = new Map<string, number>();
    for (let time = 0; time < 6000; time += 1) {
      const order = shuffle(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Six standard deviations of a binomial count: chance fails this once in a billion runs.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(174);
  });
});
