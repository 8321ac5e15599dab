import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const about = { appraisalId: 'appraisal-0' } as const;
const written = (document: 'result' | 'review', appraisalId = 'appraisal-0') => ({
  ...{ appraisalId, document, resultHash: 'h', approvedBy: 'a', writtenAt: 1, dueAt: 9 },
});
const delivery = (appraisalId = 'appraisal-0') => ({
  ...({ appraisalId, document: 'result', way: 'refused_witnessed', deliveredBy: 'a' } as const),
  ...{ witnesses: ['w1', 'w2'], reference: null, deliveredAt: 2, contestUntil: 5 },
});
const event = (seq: number) => ({
  ...{ contestId: 'contest-1', seq, actor: null, happenedAt: seq },
  body: { kind: 'heard', stage: 'review', note: `演示${seq}` } as const,
});

describe.each(testDatabases())('deliveries and contests on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 3);
      await stores.accounts.insertMany([accountRecord()]);
      await stores.decisions.insertContest({ ...about, id: 'contest-1', grounds: 'g', filedAt: 1 });
    });
  });
  afterAll(() => database.close());

  it('a result is written once and delivered once, set by set', async () => {
    const others = ['appraisal-1', 'appraisal-2'];
    await database.transactions.run(async ({ deliveries }) => {
      await deliveries.write([written('result'), ...others.map((id) => written('result', id))]);
      await deliveries.insert(['appraisal-0', 'appraisal-1'].map(delivery));
      await deliveries.write([written('review')]);
    });
    await database.transactions.read(async ({ deliveries }) => {
      expect(await deliveries.writtenTo(['appraisal-0'])).toEqual([written('result'), written('review')]);
      expect(await deliveries.ofAppraisals(['appraisal-0', 'appraisal-2'])).toEqual([delivery()]);
    });
    const run = (work: Parameters<TestDatabase['transactions']['run']>[0]) =>
      outcomeOf(database.transactions.run(work));
    expect(await run(({ deliveries }) => deliveries.write([written('result')]))).toBe('DUPLICATE_RESULT');
    expect(await run(({ deliveries }) => deliveries.insert([delivery()]))).toBe('DUPLICATE_DELIVERY');
  });

  it('nothing is delivered that was not written, and nothing posted without a reference', async () => {
    const insert = async (change: object) =>
      database.transactions.run(({ deliveries }) =>
        deliveries.insert([{ ...delivery('appraisal-2'), ...change }]),
      );
    await expect(insert({ document: 'later_result' })).rejects.toThrow();
    await expect(insert({ way: 'posted' })).rejects.toThrow('CHECK on delivery');
    const rows = await database.transactions.read(({ deliveries }) =>
      deliveries.ofAppraisals(['appraisal-2']),
    );
    expect(rows).toEqual([]);
  });

  it('a contest keeps its events in order; of two at once one is told VERSION_CONFLICT', async () => {
    await database.transactions.run(async ({ contests }) => {
      await contests.append(event(1));
      await contests.append(event(2));
    });
    const second = outcomeOf(database.transactions.run(({ contests }) => contests.append(event(2))));
    expect(await second).toBe('VERSION_CONFLICT');
    await database.transactions.read(async ({ contests }) => {
      expect(await contests.events('contest-1')).toEqual([event(1), event(2)]);
      expect((await contests.byId('contest-1'))?.appraisalId).toBe('appraisal-0');
      expect(await contests.byId('none')).toBeNull();
      expect(await contests.ofAppraisals(['appraisal-0', 'appraisal-1'])).toHaveLength(1);
    });
  });

  it('a relative is recorded once', async () => {
    const kin = { personId: 'person-0', accountId: 'account-1', recordedBy: 'a', recordedAt: 3 };
    const told = await database.transactions.run(async ({ contests }) => [
      await contests.recordKin(kin),
      await contests.recordKin({ ...kin, recordedAt: 4 }),
    ]);
    expect(told).toEqual(['recorded', 'already']);
    const known = await database.transactions.read(({ contests }) => contests.kinOf('person-0'));
    expect(known).toEqual([kin]);
  });

  it('reviewers have a role of their own', async () => {
    const grants = [{ role: 'reviewer', areaId: 'area-1', unitId: null }] as const;
    await database.transactions.run(({ accounts }) =>
      accounts.insertMany([accountRecord({ id: 'account-r', username: 'reviewer', grants })]),
    );
    const holders = await database.transactions.read(({ accounts }) =>
      accounts.holdersOf('reviewer', 'area-1', null),
    );
    expect(holders.map(({ id }) => id)).toEqual(['account-r']);
  });
});
