import type { Stores } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const OPEN_TASKS = 200_000;
const DONE_TASKS = 20_000;
const EACH = 2_000; // open tasks of one account: more than anybody should have
const KINDS = ['marking', 'list', 'result', 'review'] as const;
const kindList = KINDS.map((kind, n) => `WHEN ${n} THEN '${kind}'`).join(' ');
const NO_DUE_DATE = Number.MAX_SAFE_INTEGER;

/** The columns of the table in order; `n` counts the tasks. In the order of every index, so that filling it takes seconds. */
const columns = (eightDigits: (number: string) => string, account: string): string => `
  ${eightDigits('n')} AS c1, ${eightDigits(account)} AS c2, CASE n % ${KINDS.length} ${kindList} END AS c3, 'self' AS c4, NULL AS c5,
  ${eightDigits('n')} AS c6, 1 AS c7, 'cycle-1' AS c8, 'unit-1' AS c9, NULL AS c10, 'step' AS c11, '["approve"]' AS c12, 1 AS c13,
  CASE WHEN n % ${EACH} > 1600 THEN NULL ELSE n % ${EACH} * 45 END AS c14,
  CASE WHEN n % ${EACH} > 1600 THEN ${NO_DUE_DATE} ELSE n % ${EACH} * 45 END AS c15,
  'reminded' AS c16, NULL AS c17, CASE WHEN n >= ${OPEN_TASKS} THEN 5 ELSE NULL END AS c18`;
/** One statement that fills the table. */
const FILL = {
  SQLite: `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${OPEN_TASKS + DONE_TASKS})
    INSERT INTO inbox_task SELECT ${columns((number) => `printf('%08d', ${number})`, `n % ${OPEN_TASKS} / ${EACH}`)} FROM numbers`,
  MariaDB: `INSERT INTO inbox_task SELECT ${columns((number) => `LPAD(${number}, 8, '0')`, `n % ${OPEN_TASKS} DIV ${EACH}`)}
    FROM (SELECT seq AS n FROM seq_0_to_${OPEN_TASKS + DONE_TASKS}) numbers`,
};

const [ME, BOSS, OTHER] = ['00000007', '00000008', '00000009'] as const;
const mine = [{ accountId: ME, kinds: null }];
const withPrincipals = [
  ...mine,
  ...[BOSS, OTHER].map((accountId) => ({ accountId, kinds: ['list'] as const })),
];
const page = { after: null, limit: 50 };

type Ask = (stores: Stores) => Promise<readonly unknown[]>;
/** What is asked of a full inbox, with its values in the order of the statement. */
const PAGES: readonly [string, string, readonly (string | number)[], Ask][] = [
  ['the first page', 'due', [ME], ({ inbox }) => inbox.open(mine, {}, page)],
  [
    'a page further on',
    'due',
    [ME, 40_000, 40_000, '1'],
    ({ inbox }) => inbox.open(mine, {}, { after: '40000.1', limit: 50 }),
  ],
  ['one kind', 'kind', [ME, 'review'], ({ inbox }) => inbox.open(mine, { kind: 'review' }, page)],
  ['the overdue', 'due', [ME, 50_000], ({ inbox }) => inbox.open(mine, { overdueAt: 50_000 }, page)],
  [
    'with two principals',
    'due',
    [ME, BOSS, 'list', OTHER, 'list'],
    ({ inbox }) => inbox.open(withPrincipals, {}, page),
  ],
];
/** Index and task of 50 from each of three people, and then some. */
const MOST_ROWS = 400;

type AnalysedTable = {
  readonly table: string;
  readonly type: string;
  readonly key: string | null;
  readonly r_rows: string;
  readonly Extra: string;
};

describe.each(testDatabases())(
  `a page of 50 among ${OPEN_TASKS.toLocaleString('en')} open tasks on $name`,
  ({ open, name }) => {
    const statements: string[] = [];
    let database: TestDatabase;
    let inside: OpenedDatabase;
    beforeAll(async () => {
      database = await open({ onStatement: (sql) => statements.push(sql) });
      inside = await openWithSource(database.url);
      await inside.source.query(FILL[name]);
      await inside.source.query(name === 'SQLite' ? 'ANALYZE' : 'ANALYZE TABLE inbox_task');
    });
    afterAll(async () => {
      await inside.close();
      await database.close();
    });

    const statementOf = async (ask: Ask): Promise<string> => {
      statements.length = 0;
      expect(await database.transactions.read(ask)).toHaveLength(50);
      expect(statements).toHaveLength(1);
      return statements[0]!;
    };

    it.each(PAGES)('is one statement by an index, sorting nothing: %s', async (_what, index, values, ask) => {
      const sql = await statementOf(ask);
      if (name === 'SQLite') {
        const texts = values.filter((value) => typeof value === 'string'); // it writes numbers into the statement
        const plan = (await inside.source.query(`EXPLAIN QUERY PLAN ${sql}`, texts)) as { detail: string }[];
        const ofTasks = plan.map(({ detail }) => detail).filter((detail) => / t\d* /.test(detail));
        expect(ofTasks.filter((detail) => !detail.includes('INDEX'))).toEqual([]);
        expect(ofTasks.join()).toContain(`idx_inbox_task_${index}`);
        return;
      }
      // Runs it and says how many rows it read.
      const tables = (await inside.source.query(`ANALYZE ${sql}`, [...values])) as AnalysedTable[];
      const ofTasks = tables.filter(({ table }) => /^t\d*$/.test(table));
      expect(ofTasks.filter(({ type, key }) => type === 'ALL' || type === 'index' || key === null)).toEqual(
        [],
      );
      expect(ofTasks.filter(({ table, Extra }) => table !== 't' && Extra.includes('filesort'))).toEqual([]);
      expect(ofTasks.map(({ key }) => key)).toContain(`idx_inbox_task_${index}`);
      expect(ofTasks.reduce((sum, { r_rows }) => sum + Number(r_rows), 0)).toBeLessThan(MOST_ROWS);
    });

    it('says how many wait by kind in one statement by an index', async () => {
      statements.length = 0;
      const counts = await database.transactions.read(({ inbox }) => inbox.counts(mine, 50_000));
      expect(counts.reduce((sum, { open: waiting }) => sum + waiting, 0)).toBe(EACH);
      expect(statements).toHaveLength(1);
    });
  },
);
