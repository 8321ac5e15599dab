import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suppressCells, suppressChoices } from './suppress-cells.js';

const cells = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 7 });

describe('suppressCells', () => {
  it.each([
    ['shows cells that are large enough, and zeros', [0, 5, 9], [0, 5, 9]],
    ['hides a small cell, and the next smallest because the total is known', [2, 9, 40], [null, null, 40]],
    ['hides two small cells and no more when together they are enough', [3, 4, 40], [null, null, 40]],
    ['hides a third where two small ones together are still few', [1, 2, 9, 40], [null, null, null, 40]],
    ['never takes a zero for company: it would hide nothing', [0, 2, 40], [0, null, null]],
    ['hides everything where fewer than the limit answered', [0, 3, 1], [null, null, null]],
    ['shows that nobody answered', [0, 0], [0, 0]],
  ])('%s', (_rule, counts, shown) => {
    expect(suppressCells(counts, 5)).toEqual(shown);
  });

  it('leaves no cell to be worked out: several answers fit what is shown, wherever something is hidden', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 10 }), (counts, k) => {
        const shown = suppressCells(counts, k);
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const [at, count] of shown.entries()) {
          if (count !== null) expect(count).toBe(counts[at]);
          if (count !== null && total >= k) expect(count === 0 || count >= k).toBe(true);
        }
        const hidden = counts.filter((_, at) => shown[at] === null && counts[at] !== 0);
        if (hidden.length === 0 || total < k) return;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(k);
      }),
    );
  });
});

describe('suppressChoices', () => {
  it.each([
    ['hides what few chose', [2, 20], 30, [null, 20]],
    ['hides what all but few chose', [28, 20], 30, [null, 20]],
    ['shows what all or none chose', [30, 0], 30, [30, 0]],
    ['hides everything where few answered', [4, 0], 4, [null, null]],
  ])('%s', (_rule, counts, answered, shown) => {
    expect(suppressChoices(counts, answered, 5)).toEqual(shown);
  });
});
