import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../database.js';
import { outcomeOf, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('effects on $name', ({ open, name }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  const area = (id: string) => ({ id, name: '示范区' });

  it('happen exactly once of 20 concurrent calls in two processes, all of them given its result', async () => {
    const second = await openDatabase(database.url);
    let ran = 0;
    const calls = Array.from({ length: 20 }, (_, number) =>
      [database, second][number % 2]!.transactions.run(({ effects, places }) =>
        effects.once('cycle-1/unit-1/open', async () => {
          ran += 1;
          await places.insertArea(area('once'));
          return { by: number, opened: ['甲'] };
        }),
      ),
    );
    const results = await Promise.all(calls);
    await second.close();
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.opened).toEqual(['甲']);
    expect(ran).toBe(1);
  });

  it('happen at the next call when the first was rolled back', async () => {
    const attempt = (fails: boolean) =>
      database.transactions.run(async ({ effects, places }) => {
        const result = await effects.once('second', async () => {
          await places.insertArea(area('second'));
          return 'made';
        });
        if (fails) throw new Error('after the effect');
        return result;
      });
    await expect(attempt(true)).rejects.toThrow('after the effect');
    expect(await database.transactions.read(({ places }) => places.areas())).toEqual([area('once')]);
    expect([await attempt(false), await attempt(false)]).toEqual(['made', 'made']);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a count', 0],
    ['a list', [{ id: 'x', at: 1_767_225_600_123 }]],
  ])('replay a result that is %s', async (what, result) => {
    const call = () =>
      database.transactions.run(({ effects }) =>
        effects.once(`gives ${what}`, () => Promise.resolve(result)),
      );
    expect([await call(), await call()]).toEqual([result, result]);
  });

  it('tell keys apart that differ in case or an accent only', async () => {
    const call = (key: string) =>
      database.transactions.run(({ effects }) => effects.once(key, () => Promise.resolve(key)));
    expect([await call('Key-é'), await call('key-é'), await call('Key-e')]).toEqual([
      'Key-é',
      'key-é',
      'Key-e',
    ]);
  });

  it('deliver the outbox oldest first, each row until it is marked', async () => {
    const row = (id: string, createdAt: number) => ({
      id,
      kind: 'start',
      payload: '{}',
      createdAt,
      deliveredAt: null,
    });
    await database.transactions.run(async ({ effects }) => {
      for (const [id, at] of [
        ['o-c', 2],
        ['o-b', 1],
        ['o-a', 2],
        ['o-d', 3],
      ] as const)
        await effects.pushOutbox(row(id, at));
    });
    const pending = () =>
      database.transactions.read(async ({ effects }) => (await effects.pendingOutbox(3)).map(({ id }) => id));
    expect(await pending()).toEqual(['o-b', 'o-a', 'o-c']);
    await database.transactions.run(({ effects }) => effects.markDelivered('o-b', 1_767_225_600_123));
    expect(await pending()).toEqual(['o-a', 'o-c', 'o-d']);
    const again = database.transactions.run(({ effects }) => effects.pushOutbox(row('o-a', 9)));
    expect(await outcomeOf(again)).toBe('DUPLICATE_OUTBOX');
  });

  it('never hand one outbox row to two relays at once', async () => {
    const relay = () =>
      database.transactions.run(async ({ effects }) => {
        const rows = await effects.pendingOutbox(1);
        for (const { id } of rows) await effects.markDelivered(id, 5);
        return rows.map(({ id }) => id);
      });
    const taken = (await Promise.all([relay(), relay(), relay(), relay()])).flat();
    expect(new Set(taken).size).toBe(taken.length);
    // A server's relays skip rows another one holds; on SQLite they take turns.
    if (name === 'SQLite') expect(taken).toEqual(['o-a', 'o-c', 'o-d']);
  });
});
