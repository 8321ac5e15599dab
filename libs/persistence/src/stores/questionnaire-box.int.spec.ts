import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountRecord, boxRecord, campaignRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const about = { campaignId: 'campaign-1' } as const;
const leaf = (position: number) => ({ ...about, position, digest: `digest-${position}` });
const share = (accountId: string, fromAccount: string | null) => ({
  ...about,
  accountId,
  fromAccount,
  sealed: `to-${accountId}`,
});
const holder = (accountId: string) => ({
  cycleId: 'cycle-1',
  accountId,
  publicKey: `key-${accountId}`,
  salt: 'salt',
  enrolledAt: 1_767_225_600_123,
});

describe.each(testDatabases())('questionnaires and boxes on $name', ({ open }) => {
  let database: TestDatabase;
  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);
  const read: TestDatabase['transactions']['read'] = (work) => database.transactions.read(work);
  beforeAll(async () => {
    database = await open();
    await run(async (stores) => {
      await seedUnit(stores, 1);
      await stores.accounts.insertMany(['a', 'b', 'c'].map((id) => accountRecord({ id, username: id })));
      await stores.surveys.insertCampaigns([campaignRecord(), campaignRecord({ id: 'campaign-2' })]);
    });
  });
  afterAll(() => database.close());

  it('adopt a questionnaire once: the same hash again changes nothing', async () => {
    const body = '{"问题":"满意"}';
    const adopt = (own: object) =>
      run(({ questionnaires }) => questionnaires.adopt({ hash: 'q-1', body, adoptedAt: 7, ...own }));
    expect([await adopt({}), await adopt({ body: '{}' })]).toEqual(['adopted', 'already']);
    await read(async ({ questionnaires }) => {
      expect(await questionnaires.byHash('q-1')).toEqual({ hash: 'q-1', body, adoptedAt: 7 });
      expect(await questionnaires.byHash('q-9')).toBeNull();
    });
  });

  it('remember the last questionnaire chosen for a cycle, of those adopted', async () => {
    const choose = (hash: string) =>
      run(({ questionnaires }) => questionnaires.chooseForCycle('cycle-1', hash));
    const chosen = () => read(({ questionnaires }) => questionnaires.ofCycle('cycle-1'));
    expect(await chosen()).toBeNull();
    await run(({ questionnaires }) => questionnaires.adopt({ hash: 'q-2', body: '{}', adoptedAt: 7 }));
    await choose('q-1');
    await choose('q-2');
    expect(await outcomeOf(choose('q-9'))).toBe('REFERENCE_MISSING');
    expect(await chosen()).toBe('q-2');
  });

  it('enrol each holder of a cycle once', async () => {
    const enrol = (accountId: string) => run(({ boxes }) => boxes.insertHolder(holder(accountId)));
    await enrol('b');
    await enrol('a');
    expect(await outcomeOf(enrol('a'))).toBe('DUPLICATE_HOLDER');
    expect(await read(({ boxes }) => boxes.holders('cycle-1'))).toEqual([holder('a'), holder('b')]);
  });

  it('keep one box of a campaign with its shares; a share passed on again changes nothing', async () => {
    const box = boxRecord();
    await run(({ boxes }) => boxes.insertBox(box, [share('b', null), share('a', null)]));
    expect(await outcomeOf(run(({ boxes }) => boxes.insertBox(box, [])))).toBe('DUPLICATE_BOX');
    const passed = [share('b', 'a'), share('c', 'a')];
    for (const sealed of ['first', 'again'])
      await run(({ boxes }) => boxes.insertShares(passed.map((row) => ({ ...row, sealed }))));
    await read(async ({ boxes }) => {
      expect(await boxes.box('campaign-1')).toEqual(box);
      expect(await boxes.box('campaign-2')).toBeNull();
      expect(await boxes.sharesFor('campaign-1', 'b')).toEqual([
        share('b', null),
        { ...share('b', 'a'), sealed: 'first' },
      ]);
      expect(await boxes.shares('campaign-1')).toHaveLength(4);
    });
  });

  it('seal a box once: root and leaves are there together, in order', async () => {
    const seal = (root: string) => run(({ boxes }) => boxes.seal('campaign-1', root, [leaf(1), leaf(0)], 99));
    expect([await outcomeOf(seal('root')), await outcomeOf(seal('other'))]).toEqual([
      'done',
      'VERSION_CONFLICT',
    ]);
    await read(async ({ boxes }) => {
      expect(await boxes.box('campaign-1')).toEqual(boxRecord({ root: 'root', leaves: 2, sealedAt: 99 }));
      expect(await boxes.leaves('campaign-1')).toEqual([leaf(0), leaf(1)]);
    });
  });

  it('keep one count of a campaign, confirmed once', async () => {
    const row = {
      ...about,
      hash: 'h',
      body: '{"n":2}',
      countedAt: 100,
      confirmedBy: null,
      confirmedAt: null,
    };
    const put = () => run(({ boxes }) => boxes.putCount(row));
    expect([await outcomeOf(put()), await outcomeOf(put())]).toEqual(['done', 'DUPLICATE_COUNT']);
    const confirm = (by: string) => run(({ boxes }) => boxes.confirmCount('campaign-1', by, 101));
    expect([await confirm('a'), await confirm('b')]).toEqual([true, false]);
    await read(async ({ boxes }) => {
      expect(await boxes.count('campaign-1')).toEqual({ ...row, confirmedBy: 'a', confirmedAt: 101 });
      expect(await boxes.count('campaign-2')).toBeNull();
    });
  });

  it('record once who destroyed a box', async () => {
    for (const by of ['a', 'b']) await run(({ boxes }) => boxes.markDestroyed('campaign-1', by, 102));
    expect(await read(({ boxes }) => boxes.box('campaign-1'))).toMatchObject({
      destroyedBy: 'a',
      destroyedAt: 102,
    });
  });

  it('record once why a campaign went to the panel', async () => {
    const handover = {
      campaignId: 'campaign-2',
      reason: '演示：两人均离任',
      handedOverBy: 'a',
      handedOverAt: 5,
    };
    const give = () => run(({ boxes }) => boxes.insertHandover(handover));
    expect([await outcomeOf(give()), await outcomeOf(give())]).toEqual(['done', 'DUPLICATE_HANDOVER']);
    await read(async ({ boxes }) => {
      expect(await boxes.handover('campaign-2')).toEqual(handover);
      expect(await boxes.handover('campaign-1')).toBeNull();
    });
  });
});
