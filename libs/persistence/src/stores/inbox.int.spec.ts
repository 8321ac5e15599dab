import type { InboxTask } from '@kaoji/application';
import { inboxTaskId } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountRecord, inboxTaskRecord, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const task = (source: string, accountId: string, own: Partial<InboxTask> = {}): InboxTask =>
  inboxTaskRecord({ id: inboxTaskId(source, accountId, own.step ?? ''), source, accountId, ...own });
const all = (accountId: string) => [{ accountId, kinds: null }];
const page = { after: null, limit: 50 };

describe.each(testDatabases())('the inbox on $name', ({ open, name }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const project = (source: string, version: number, tasks: readonly InboxTask[], at = 10) =>
    database.transactions.run(({ inbox }) => inbox.project(source, version, tasks, at));
  const waiting = (source: string) => database.transactions.read(({ inbox }) => inbox.ofSource(source));
  const pageOf = (accountId: string, after: string | null = null, limit = 50) =>
    database.transactions.read(({ inbox }) => inbox.open(all(accountId), {}, { after, limit }));

  it('says what waits for a source, all of it: what is not said again is done', async () => {
    await project('list/a', 1, [task('list/a', 'one'), task('list/a', 'two')]);
    expect(await waiting('list/a')).toEqual(
      expect.arrayContaining([task('list/a', 'one'), task('list/a', 'two')]),
    );
    await project('list/a', 2, [task('list/a', 'two')]);
    expect(await waiting('list/a')).toEqual([task('list/a', 'two', { version: 2 })]);
    await project('list/a', 3, []);
    expect(await waiting('list/a')).toEqual([]);
  });

  it('ignores an older word that arrives after a newer one, also after everything is done', async () => {
    await project('list/b', 5, [task('list/b', 'late')]);
    await project('list/b', 4, [task('list/b', 'early')]);
    expect((await waiting('list/b')).map(({ accountId }) => accountId)).toEqual(['late']);
    await project('list/b', 6, []);
    await project('list/b', 5, [task('list/b', 'late')]);
    expect(await waiting('list/b')).toEqual([]);
  });

  it('keeps since when a task has waited, and never moves a due date that was said to an earlier one', async () => {
    const said = (dueAt: number | null, since: number) => [task('list/c', 'one', { dueAt, since })];
    await project('list/c', 1, said(100, 10));
    await project('list/c', 2, said(90, 20));
    expect(await waiting('list/c')).toMatchObject([{ since: 10, dueAt: 100 }]);
    await project('list/c', 3, said(120, 30));
    expect(await waiting('list/c')).toMatchObject([{ since: 10, dueAt: 120 }]);
    // Done, then open again (a vote withdrawn): it waits since then, and what was said holds.
    await project('list/c', 4, []);
    await project('list/c', 5, said(50, 40));
    expect(await waiting('list/c')).toMatchObject([{ since: 40, dueAt: 120 }]);
  });

  it('says the same thing twice as once', async () => {
    await project('list/d', 1, [task('list/d', 'one')]);
    await project('list/d', 1, [task('list/d', 'one', { since: 99 }), task('list/d', 'one')]);
    expect(await waiting('list/d')).toEqual([task('list/d', 'one')]);
  });

  it('hears of many sources at once, each by its own version', async () => {
    await project('result/2', 9, []);
    await database.transactions.run(({ inbox }) =>
      inbox.projectMany(
        [
          { source: 'result/1', version: 1, tasks: [task('result/1', 'one')] },
          { source: 'result/2', version: 8, tasks: [task('result/2', 'one')] },
          { source: 'result/3', version: 1, tasks: [task('result/3', 'one')] },
          { source: 'result/3', version: 2, tasks: [] },
        ],
        10,
      ),
    );
    const open = await database.transactions.read(({ inbox }) => inbox.ofSources('result/'));
    expect(open.map(({ source }) => source)).toEqual(['result/1']);
  });

  it('counts for a source that counts nothing itself: whoever comes second sees what the first wrote', async () => {
    let given = 0;
    const give = () =>
      database.transactions.run(async ({ inbox }) => {
        const tasks = (count: number) => [task('marking/x', 'rater', { count })];
        await inbox.projectNext(
          ['marking/x', 'marking/y'],
          () => Promise.resolve(new Map([['marking/x', tasks((given += 1))]])),
          10,
        );
      });
    await Promise.all([give(), give(), give()]);
    expect(await waiting('marking/x')).toMatchObject([{ count: 3, version: 3 }]);
    expect(await waiting('marking/y')).toEqual([]);
  });

  it('pages by due date, those without one last, and misses none when one comes between', async () => {
    const dates = [30, null, 10, 20, 20, null];
    for (const [n, dueAt] of dates.entries())
      await project(`page/${n}`, 1, [task(`page/${n}`, 'pager', { dueAt })]);
    const first = await pageOf('pager', null, 3);
    expect(first.map(({ dueAt }) => dueAt)).toEqual([10, 20, 20]);
    await project('page/7', 1, [task('page/7', 'pager', { dueAt: 25 })]);
    const second = await pageOf('pager', first[2]!.cursor, 3);
    expect(second.map(({ dueAt }) => dueAt)).toEqual([25, 30, null]);
    expect(await pageOf('pager', second[2]!.cursor, 3)).toHaveLength(1);
    expect(await pageOf('pager', 'nobody gave this cursor out', 9)).toHaveLength(7);
  });

  it('puts several people’s tasks together in one order, of others only the kinds asked for', async () => {
    await project('mix/1', 1, [task('mix/1', 'me', { dueAt: 30 })]);
    await project('mix/2', 1, [task('mix/2', 'boss', { dueAt: 20, kind: 'result' })]);
    await project('mix/3', 1, [task('mix/3', 'boss', { dueAt: 10 })]);
    const whose = [
      { accountId: 'me', kinds: null },
      { accountId: 'boss', kinds: ['list'] as const },
    ];
    await database.transactions.read(async ({ inbox }) => {
      expect((await inbox.open(whose, {}, page)).map(({ source }) => source)).toEqual(['mix/3', 'mix/1']);
      expect(await inbox.counts(whose, 20)).toEqual([{ kind: 'list', open: 2, overdue: 1 }]);
      expect(await inbox.open([], {}, page)).toEqual([]);
      expect(await inbox.counts([{ accountId: 'boss', kinds: [] }], 20)).toEqual([]);
    });
  });

  it('shows only the kind, the cycle, the unit or the overdue that were asked for', async () => {
    await project('f/1', 1, [task('f/1', 'filter', { kind: 'review' })]);
    await project('f/2', 1, [task('f/2', 'filter', { cycleId: 'cycle-2', unitId: 'unit-2', dueAt: 5 })]);
    const found = (filter: object) =>
      database.transactions.read(async ({ inbox }) =>
        (await inbox.open(all('filter'), filter, page)).map(({ source }) => source),
      );
    expect(await found({ kind: 'review' })).toEqual(['f/1']);
    expect(await found({ cycleId: 'cycle-2' })).toEqual(['f/2']);
    expect(await found({ unitId: 'unit-1' })).toEqual(['f/1']);
    expect(await found({ overdueAt: 6 })).toEqual(['f/2']);
  });

  it('keeps one feed address for an account; a new one ends the one before', async () => {
    await database.transactions.run(async (stores) => {
      await stores.accounts.insertMany([accountRecord({ id: 'feeder', username: `feeder-${name}` })]);
      await stores.inbox.replaceFeed({ accountId: 'feeder', secretHash: 'first', createdAt: 1 });
      await stores.inbox.replaceFeed({ accountId: 'feeder', secretHash: 'second', createdAt: 2 });
      expect(await stores.inbox.feed('first')).toBeNull();
      expect(await stores.inbox.feed('second')).toMatchObject({ accountId: 'feeder' });
      await stores.inbox.revokeFeed('feeder');
      expect(await stores.inbox.feedOf('feeder')).toBeNull();
    });
  });
});
