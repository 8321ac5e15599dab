import { describe, expect, it } from '@jest/globals';
import { createBatches } from './batches.js';

const fulfilled = (item: number): PromiseSettledResult<number> => ({ status: 'fulfilled', value: item * 10 });

/** Batches whose end the test decides. */
function held(
  own: { readonly lanes?: number; readonly mostItems?: number; readonly mostWaiting?: number } = {},
) {
  const begun: { readonly items: readonly number[]; end(): void; fail(): void }[] = [];
  let tell = (): void => undefined;
  const batches = createBatches<number, number>({
    run: (items) =>
      new Promise((resolve, reject) => {
        begun.push({
          items,
          end: () => {
            resolve(items.map(fulfilled));
          },
          fail: () => {
            reject(new Error('lost'));
          },
        });
        tell();
      }),
    lanes: 1,
    mostItems: 3,
    mostWaiting: 5,
    gatherMs: 1,
    busy: () => new Error('busy'),
    ...own,
  });
  /** Resolves once so many batches have begun. */
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      tell = () => {
        if (begun.length >= count) resolve();
      };
      tell();
    });
  return { batches, begun, until };
}

describe('createBatches', () => {
  it('puts what arrives together into one batch', async () => {
    const { batches, begun, until } = held();
    const outcomes = Promise.all([1, 2].map((item) => batches.put(item)));
    await until(1);
    expect(begun[0]?.items).toEqual([1, 2]);
    begun[0]?.end();
    expect(await outcomes).toEqual([10, 20]);
  });

  it('gathers what arrives while all lanes are busy, and starts it as soon as one is free', async () => {
    const { batches, begun, until } = held();
    const first = Promise.all([1, 2, 3].map((item) => batches.put(item)));
    const second = Promise.all([4, 5].map((item) => batches.put(item)));
    await until(1);
    begun[0]?.end();
    await first;
    await until(2);
    expect(begun.map(({ items }) => items)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    begun[1]?.end();
    expect(await second).toEqual([40, 50]);
  });

  it('runs as many batches at once as there are lanes', async () => {
    const { batches, begun, until } = held({ lanes: 2, mostItems: 1 });
    const all = Promise.all([1, 2, 3].map((item) => batches.put(item)));
    await until(2);
    expect(begun).toHaveLength(2);
    for (const batch of begun) batch.end();
    await until(3);
    begun[2]?.end();
    expect(await all).toEqual([10, 20, 30]);
  });

  it('refuses at once when too many wait, and takes more when they are gone', async () => {
    const { batches, begun, until } = held({ mostItems: 1, mostWaiting: 2 });
    const first = batches.put(1);
    await until(1);
    const waiting = [batches.put(2), batches.put(3)];
    await expect(batches.put(4)).rejects.toThrow('busy');
    begun[0]?.end();
    await first;
    await until(2);
    const later = batches.put(5);
    for (let n = 1; n < 4; n += 1) {
      await until(n + 1);
      begun[n]?.end();
    }
    expect(await Promise.all([...waiting, later])).toEqual([20, 30, 50]);
  });

  it('gives a failure to everyone of its batch and to nobody else', async () => {
    const { batches, begun, until } = held({ mostItems: 2 });
    const outcomes = Promise.allSettled([1, 2, 3].map((item) => batches.put(item)));
    await until(1);
    begun[0]?.fail();
    await until(2);
    begun[1]?.end();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('is drained when everything put has its outcome', async () => {
    const { batches, begun, until } = held();
    await batches.drain();
    const outcome = batches.put(1);
    const drained = batches.drain();
    await until(1);
    begun[0]?.end();
    await drained;
    expect(await outcome).toBe(10);
  });
});
