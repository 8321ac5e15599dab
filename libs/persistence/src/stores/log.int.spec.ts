import { entryOf, type PendingItem, type Suite } from '@kaoji/application';
import { canonicalJson, LOG_KINDS } from '@kaoji/domain';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { fillLogSources } from '../testing/fill-log-sources.js';
import { LOG_SOURCES } from './log-sources/log-sources.js';

const suite = {
  id: 'intl',
  hash: (data: Uint8Array) => createHash('sha256').update(data).digest(),
} as Partial<Suite> as Suite;
const numbered = (items: readonly PendingItem[], from = 0) =>
  items.map((item, at) => ({ ...entryOf(item, suite), leaf: from + at }));
const entry = (leaf: number, ref = `ref-${leaf}`) => ({
  ...{ leaf, ref, suite: 'intl', kind: 'decision' as const, hash: 'sha256:00' },
});
const found: Record<string, string> = {};

describe.each(testDatabases())('the log of a cycle on $name', ({ open, name }) => {
  let database: TestDatabase;
  let inside: OpenedDatabase;
  let items: readonly PendingItem[];
  beforeAll(async () => {
    database = await open();
    inside = await openWithSource(database.url);
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 2);
    });
    await fillLogSources(inside);
    items = await database.transactions.read(({ log }) => log.pending('cycle-1', 1000));
    found[name] = items.map((item) => canonicalJson(item)).join('\n');
  });
  afterAll(async () => {
    await inside.close();
    await database.close();
  });

  it('has something pending from every table it is made of, in the order of kinds', () => {
    const kinds = items.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(LOG_KINDS);
    expect(items).toHaveLength(LOG_SOURCES.length);
    expect(kinds).toEqual(kinds.toSorted((a, b) => LOG_KINDS.indexOf(a) - LOG_KINDS.indexOf(b)));
  });

  it('numbers each item once, and gives it back with its row as it is', async () => {
    const { run, read } = database.transactions;
    const entries = numbered(items);
    await run(({ log }) => log.append('cycle-1', entries.slice(0, 10)));
    expect(await read(({ log }) => log.pending('cycle-1', 1000))).toEqual(items.slice(10));
    expect(await read(({ log }) => log.pending('cycle-1', 3))).toEqual(items.slice(10, 13));
    await run(({ log }) => log.append('cycle-1', entries.slice(10)));
    expect(await read(({ log }) => log.pending('cycle-1', 1000))).toEqual([]);
    expect(await read(({ log }) => log.entries('cycle-1', 5, 3))).toEqual(entries.slice(5, 8));
    const back = await read(({ log }) => log.items('cycle-1', 0, 1000));
    expect(back).toEqual(
      entries.map((one, at) => {
        const item = items[at]!;
        return { ...one, value: 'value' in item ? item.value : null };
      }),
    );
  });

  it('shows a row that was changed since, by other means than ours, with another hash', async () => {
    const runner = inside.source.createQueryRunner();
    await runner.query('DROP TRIGGER quota_sheet_no_update');
    await runner.query("UPDATE `quota_sheet` SET `body` = 'another'");
    await runner.release();
    const back = await database.transactions.read(({ log }) => log.items('cycle-1', 0, 1000));
    const changed = back.filter(
      ({ value, hash }, at) => value !== null && hash !== entryOf({ ...items[at]!, value }, suite).hash,
    );
    expect(changed.map(({ ref }) => ref)).toEqual(['quota/unit-1/1']);
  });

  it('refuses a gap, an item twice and an unknown cycle', async () => {
    const { run } = database.transactions;
    const size = await run(({ log }) => log.lock('cycle-1'));
    expect(size).toBe(items.length);
    const outcomes = [
      await outcomeOf(run(({ log }) => log.append('cycle-1', [entry(size + 1)]))),
      await outcomeOf(run(({ log }) => log.append('cycle-1', [entry(size), entry(size + 2)]))),
      await outcomeOf(run(({ log }) => log.append('cycle-1', [entry(size, 'cycle/cycle-1')]))),
      await outcomeOf(run(({ log }) => log.lock('no-cycle'))),
    ];
    expect(outcomes).toEqual(['LOG_GAP', 'LOG_GAP', 'DUPLICATE_LOG_ENTRY', 'NOT_FOUND']);
  });

  it('keeps heads by size and keys in their order', async () => {
    const head = (size: number) => ({
      ...{ cycleId: 'cycle-1', size, root: 'sha256:00', suite: 'intl' as const, note: 'n', frontier: 'AA' },
      ...{ timestamp: size === 2 ? Buffer.from([0, 255]) : null, at: 1_900_000_000_000 },
    });
    const key = (keyId: string, at: number) => ({
      ...{ cycleId: 'cycle-1', keyId, name: 'log', suite: 'intl' as const, publicKey: 'k', change: null, at },
    });
    const { run, read } = database.transactions;
    await run(async ({ log }) => {
      expect(await log.latestHead('cycle-1')).toBeNull();
      expect([await log.insertHead(head(2)), await log.insertHead(head(1))]).toEqual(['stored', 'stored']);
      await log.insertKey(key('b', 1_900_000_000_124));
    });
    expect(await run(({ log }) => log.insertHead(head(2)))).toBe('already');
    expect(await outcomeOf(run(({ log }) => log.insertKey(key('b', 5))))).toBe('DUPLICATE_LOG_KEY');
    await read(async ({ log }) => {
      expect(await log.latestHead('cycle-1')).toEqual(head(2));
      expect(await log.heads('cycle-1')).toEqual([head(1), head(2)]);
      expect((await log.keys('cycle-1')).map(({ keyId }) => keyId)).toEqual(['id-1', 'b']);
    });
  });

  it('finds what is pending by indexes, whatever else the tables hold', async () => {
    if (name !== 'SQLite') return; // MariaDB's plan depends on how many rows there are today
    const statements: string[] = [];
    const watched = await openWithSource(database.url, { onStatement: (sql) => statements.push(sql) });
    await watched.transactions.read(({ log }) => log.pending('cycle-1', 1000));
    await watched.close();
    expect(statements.length).toBeGreaterThanOrEqual(LOG_SOURCES.length);
    for (const sql of statements.filter((one) => one.includes('log_item_ref'))) {
      const values = (sql.match(/\?/g) ?? []).map(() => 'x');
      const plan = (await inside.source.query(`EXPLAIN QUERY PLAN ${sql}`, values)) as { detail: string }[];
      const scans = plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?!r$|c$)/.test(detail));
      expect([sql, scans]).toEqual([sql, []]);
    }
  });
});

describe('the same rows in both databases', () => {
  it('are the same canonical JSON, so that a bundle of either has the same hashes', () => {
    expect(Object.keys(found)).toHaveLength(testDatabases().length);
    expect(new Set(Object.values(found)).size).toBe(1);
  });
});
