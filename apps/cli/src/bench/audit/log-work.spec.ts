import { describe, expect, it } from '@jest/globals';
import { logWork } from './log-work.js';

describe('the work of a log of 100,000 leaves', () => {
  const work = logWork(100_000);
  const levels = Math.ceil(Math.log2(work.leaves));

  it('is a logarithm of hashes for one more leaf and the new root', () => {
    expect(work.append).toBeLessThanOrEqual(2 * levels + 1);
    expect(work.anew).toBe(2 * work.leaves - 1);
  });

  it('is a logarithm of hashes to verify a proof', () => {
    expect(work.inclusion).toBeLessThanOrEqual(levels + 1);
    expect(work.consistency).toBeLessThanOrEqual(2 * levels);
  });
});
