import { describe, expect, it } from '@jest/globals';
import { deliverEach } from './deliver-each.js';

const ids = Array.from({ length: 120 }, (_, place) => `a${String(place).padStart(3, '0')}`);
const idOf = (id: string) => id;
const turn = async () => new Promise<void>((resolve) => setImmediate(resolve));

describe('deliverEach', () => {
  it('delivers to everyone once, at most fifty at a time', async () => {
    const got: string[] = [];
    let underWay = 0;
    let most = 0;
    await deliverEach([...ids].reverse(), idOf, { after: null, report: () => {} }, async (id) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await turn();
      underWay -= 1;
      got.push(id);
    });
    expect([...got].sort()).toEqual(ids);
    expect(most).toBe(50);
  });

  it('never tells the cursor more than what is delivered without a gap', async () => {
    const delivered = new Set<string>();
    const gaps: string[] = [];
    const report = (last: string) => {
      if (ids.some((id) => id <= last && !delivered.has(id))) gaps.push(last);
    };
    await deliverEach(ids, idOf, { after: null, report }, async (id) => {
      // Every seventh takes longer than those behind it.
      for (let turns = id.endsWith('7') ? 5 : 1; turns > 0; turns -= 1) await turn();
      delivered.add(id);
    });
    expect(gaps).toEqual([]);
  });

  it('resumes after the cursor, whoever joined or left before it', async () => {
    const got: string[] = [];
    const now = ['a000x', ...ids.slice(5)];
    await deliverEach(now, idOf, { after: 'a059', report: () => {} }, async (id) => void got.push(id));
    expect(got.sort()).toEqual(ids.slice(60));
  });

  it('fails with the first failure, starts nothing more, and the cursor stays before it', async () => {
    const started: string[] = [];
    let cursor: string | null = null;
    const failing = deliverEach(
      ids,
      idOf,
      { after: null, report: (last) => void (cursor = last) },
      async (id) => {
        started.push(id);
        await turn();
        if (id === 'a010') throw new Error('gone');
      },
    );
    await expect(failing).rejects.toThrow('gone');
    expect(started).not.toContain('a061');
    expect(cursor).toBe('a009');
  });
});
