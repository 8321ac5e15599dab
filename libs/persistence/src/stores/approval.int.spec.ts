import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  LIST_SOURCE,
  accountRecord,
  actRecord,
  deputyRecord,
  seedUnit,
  snapshotRecord,
  standRecord,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('approvals on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 1);
      await stores.accounts.insertMany(
        ['account-1', 'account-2'].map((id) => accountRecord({ id, username: id })),
      );
    });
  });
  afterAll(() => database.close());

  it('keep each act once, and one act in each place', async () => {
    const insert = (change: Parameters<typeof actRecord>[0]) =>
      database.transactions.run(({ approvals }) => approvals.insertAct(actRecord(change)));
    await insert({ id: 'b', seq: 2 });
    await insert({ id: 'a', seq: 1, target: { to: ['x'] }, reason: '演示' });
    await expect(insert({ id: 'a', seq: 3 })).rejects.toMatchObject({ code: 'DUPLICATE_ACT' });
    await expect(insert({ id: 'c', seq: 2 })).rejects.toMatchObject({ code: 'DUPLICATE_ACT' });
    const acts = await database.transactions.read(({ approvals }) => approvals.actsOf('cycle-1', 'unit-1'));
    expect(acts.map(({ id, seq }) => `${id} ${seq}`)).toEqual(['a 1', 'b 2']);
    expect(acts[0]).toEqual(actRecord({ id: 'a', seq: 1, target: { to: ['x'] }, reason: '演示' }));
  });

  it('show the highest version that was told, in whatever order they were told', async () => {
    const tell = (version: number, step: string) =>
      database.transactions.run(({ approvals }) =>
        approvals.project(LIST_SOURCE, standRecord({ version, step }), version),
      );
    expect(await tell(1, 'nowhere')).toBe(false); // not opened yet
    await database.transactions.run(({ approvals }) => approvals.open(snapshotRecord()));
    expect([await tell(3, 'third'), await tell(2, 'second'), await tell(3, 'again')]).toEqual([
      true,
      false,
      true,
    ]);
    await database.transactions.run(({ approvals }) => approvals.open(snapshotRecord())); // a repeat
    const latest = await database.transactions.read(({ approvals }) =>
      approvals.latestOf('cycle-1', 'unit-1'),
    );
    expect(latest).toMatchObject({ version: 3, stand: { step: 'again' } });
  });

  it('know whom somebody may act for: from the first instant, not at the last, and not once taken back', async () => {
    await database.transactions.run(({ approvals }) => approvals.insertDeputy(deputyRecord()));
    const actsFor = async (at: number) =>
      (await database.transactions.read(({ approvals }) => approvals.principalsOf('account-2', at))).length;
    expect([await actsFor(9), await actsFor(10), await actsFor(19), await actsFor(20)]).toEqual([0, 1, 1, 0]);
    const end = () => database.transactions.run(({ approvals }) => approvals.endDeputy('deputy-1', 15));
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await actsFor(12)).toBe(0);
  });
});
