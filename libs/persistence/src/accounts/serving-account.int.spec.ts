import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { mysqlErrorNumber } from '../driver-faults.js';
import { dropUser, outcomeOf, seedUnit, testDatabases, withDatabase } from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { makeServingAccount } from './serving-account.js';
import { SERVING_GRANTS } from './serving-grants.js';

const [sqlite, mariadb] = testDatabases();
const user = `kaoji_serving_${randomBytes(4).toString('hex')}`;
const password = randomBytes(18).toString('hex');
const LOG_TABLES = ['log_entry', 'log_head', 'log_key'];

/** Refused: schema, table, column, statement, or `SUPER` and its kind. */
const DENIED = [1044, 1142, 1143, 1227, 1370, 1419];

describe('the account of api and worker on MariaDB', () => {
  let database: TestDatabase;
  let asOwner: OpenedDatabase;
  let asServing: OpenedDatabase;
  /** `done`, `denied`, or the error number of anything else. */
  const tried = async (sql: string): Promise<string> => {
    try {
      await asServing.source.query(sql);
      return 'done';
    } catch (fault) {
      const number = mysqlErrorNumber(fault) ?? 0;
      return DENIED.includes(number) ? 'denied' : String(number);
    }
  };
  const namesOf = async (sql: string): Promise<readonly string[]> =>
    ((await asOwner.source.query(sql)) as { name: string }[]).map(({ name }) => name);

  beforeAll(async () => {
    database = await mariadb!.open();
    asOwner = await openWithSource(database.url);
    await makeServingAccount(database.url, { user, password, host: null });
    const own = new URL(database.url);
    own.username = user;
    own.password = password;
    asServing = await openWithSource(own.href);
  });
  afterAll(async () => {
    await asServing.close();
    await asOwner.close();
    await dropUser(user);
    await database.close();
  });

  it('numbers and signs a log, under the lock of its cycle', async () => {
    await asServing.transactions.run(async (stores) => {
      await seedUnit(stores, 1);
      const [pending] = await stores.log.pending('cycle-1', 1);
      expect(await stores.log.lock('cycle-1')).toBe(0);
      const entry = { leaf: 0, suite: 'intl', kind: pending!.kind, ref: pending!.ref, hash: 'sha256:00' };
      await stores.log.append('cycle-1', [entry]);
      await stores.log.insertHead({
        ...{ cycleId: 'cycle-1', size: 1, root: 'sha256:00', suite: 'intl', note: 'n', frontier: 'AA' },
        ...{ timestamp: null, at: 1 },
      });
      await stores.log.insertKey({
        ...{ cycleId: 'cycle-1', keyId: 'k', name: 'n', suite: 'intl', publicKey: 'p', change: null, at: 1 },
      });
    });
    expect(await asServing.transactions.read(({ log }) => log.size('cycle-1'))).toBe(1);
    expect(await asServing.pendingMigrations()).toEqual([]);
  });

  it('is refused by grants whatever the triggers refuse: what is append-only, a log first of all', async () => {
    const kept = await namesOf(
      "SELECT event_object_table AS name FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND trigger_name LIKE '%\\_no\\_update'",
    );
    expect(kept).toEqual(expect.arrayContaining(LOG_TABLES));
    for (const table of kept) {
      const [column] = await namesOf(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${table}'`,
      );
      const changing = `UPDATE \`${table}\` SET \`${column}\` = \`${column}\` WHERE FALSE`;
      expect([changing, await tried(changing)]).toEqual([changing, 'denied']);
    }
    const changeable = SERVING_GRANTS.filter(({ verbs }) => 'UPDATE' in verbs).map(({ table }) => table);
    const tables = await namesOf(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'schema_migration'",
    );
    expect(changeable.sort()).toEqual(tables.filter((table) => !kept.includes(table)).sort());
  });

  it.each(
    LOG_TABLES.flatMap((table) => [
      [`UPDATE \`${table}\` SET \`cycle_id\` = 'x'`],
      [`DELETE FROM \`${table}\``],
      [`REPLACE INTO \`${table}\` SELECT * FROM \`${table}\``],
      [`INSERT INTO \`${table}\` SELECT * FROM \`${table}\` ON DUPLICATE KEY UPDATE \`cycle_id\` = 'x'`],
      [`TRUNCATE TABLE \`${table}\``],
      [`DROP TABLE \`${table}\``],
      [`ALTER TABLE \`${table}\` ADD \`more\` INT`],
      [`RENAME TABLE \`${table}\` TO \`other\``],
      [`DROP TRIGGER \`${table}_no_update\``],
      [`CREATE TRIGGER \`x\` BEFORE INSERT ON \`${table}\` FOR EACH ROW SET NEW.\`cycle_id\` = 'x'`],
      [`LOCK TABLES \`${table}\` WRITE`],
    ]),
  )('may not: %s', async (sql) => {
    expect(await tried(sql)).toBe('denied');
  });
});

describe('the account of api and worker on SQLite', () => {
  it('does not exist: there triggers alone keep the log', async () => {
    await withDatabase(sqlite!, async ({ url }) => {
      const making = makeServingAccount(url, { user, password, host: null });
      expect(await outcomeOf(making)).toBe('SERVING_ACCOUNT_SQLITE');
    });
  });
});
