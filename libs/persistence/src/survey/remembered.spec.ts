import { describe, expect, it } from '@jest/globals';
import { remembered } from './remembered.js';

/** Answers with the number of the read. */
function counting(own: { readonly forMs?: number; readonly most?: number } = {}) {
  const reads: string[] = [];
  const read = remembered(
    (key: string) => {
      reads.push(key);
      return key === 'lost' ? Promise.reject(new Error('lost')) : Promise.resolve(reads.length);
    },
    { forMs: 3_600_000, most: 10, ...own },
  );
  return { read, reads };
}

describe('remembered', () => {
  it('reads once for all who ask in time, by key', async () => {
    const { read, reads } = counting();
    expect(await Promise.all([read('a'), read('a'), read('b')])).toEqual([1, 1, 2]);
    expect(await read('a')).toBe(1);
    expect(reads).toEqual(['a', 'b']);
  });

  it('reads again what is too old', async () => {
    const { read } = counting({ forMs: 0 });
    expect([await read('a'), await read('a')]).toEqual([1, 2]);
  });

  it('forgets a read that failed', async () => {
    const { read, reads } = counting();
    await expect(read('lost')).rejects.toThrow('lost');
    await expect(read('lost')).rejects.toThrow('lost');
    expect(reads).toHaveLength(2);
  });

  it('keeps so many and forgets the oldest', async () => {
    const { read, reads } = counting({ most: 2 });
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) await read(key);
    expect(reads).toEqual(['a', 'b', 'c', 'a']);
  });
});
