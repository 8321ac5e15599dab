import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { mysqlErrorNumber } from '../driver-faults.js';
import {
  accountRecord,
  dropUser,
  markRecord,
  outcomeOf,
  seedUnit,
  standInSealer,
  testDatabases,
  withDatabase,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { makeAuditorAccount } from './auditor-account.js';
import { AUDITOR_GRANTS, WITHHELD_FROM_AUDITORS } from './auditor-grants.js';

const [sqlite, mariadb] = testDatabases();
const user = `kaoji_auditor_${randomBytes(4).toString('hex')}`;
const password = randomBytes(18).toString('hex');

/** Refused: schema, table, column, statement, or `SUPER` and its kind. */
const DENIED = [1044, 1142, 1143, 1227, 1370, 1419];

describe('an auditor’s own account on MariaDB', () => {
  let database: TestDatabase;
  let asStaff: OpenedDatabase;
  let asAuditor: OpenedDatabase;
  /** `done`, `denied`, or the error number of anything else. */
  const tried = async (sql: string): Promise<string> => {
    try {
      await asAuditor.source.query(sql);
      return 'done';
    } catch (fault) {
      const number = mysqlErrorNumber(fault) ?? 0;
      return DENIED.includes(number) ? 'denied' : String(number);
    }
  };
  const tables = async (): Promise<readonly string[]> =>
    (
      (await asStaff.source.query(
        'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
      )) as { name: string }[]
    ).map(({ name }) => name);

  beforeAll(async () => {
    database = await mariadb!.open({ people: standInSealer });
    asStaff = await openWithSource(database.url);
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 1);
      await stores.accounts.insertMany([accountRecord()]);
      await stores.marks.append([markRecord()]);
      await stores.appraisals.insertDutyReport({
        ...{ appraisalId: 'appraisal-0', text: '演示隐私', version: 1, submittedAt: 1 },
      });
    });
    await makeAuditorAccount(database.url, { user, password, host: null });
    const own = new URL(database.url);
    own.username = user;
    own.password = password;
    asAuditor = await openWithSource(own.href);
  });
  afterAll(async () => {
    await asAuditor.close();
    await asStaff.close();
    await dropUser(user);
    await database.close();
  });

  it('has an answer for every table: granted, or withheld and why', async () => {
    const granted = AUDITOR_GRANTS.map(({ table }) => table);
    const withheld = Object.keys(WITHHELD_FROM_AUDITORS);
    expect([...granted, ...withheld].sort()).toEqual([...(await tables())].sort());
  });

  it('has exactly the rights on its list, table by table and verb by verb', async () => {
    const columns = (await asStaff.source.query(
      'SELECT table_name AS `table`, column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE()',
    )) as { table: string; name: string }[];
    const open: string[] = [];
    const listed: string[] = [];
    for (const table of await tables()) {
      const granted = AUDITOR_GRANTS.find((grant) => grant.table === table)?.verbs['SELECT'];
      const names = columns.filter((one) => one.table === table).map(({ name }) => name);
      for (const name of names) {
        if (granted === 'all' || granted?.includes(name)) listed.push(`${table}.${name}`);
        const read = await tried(`SELECT \`${name}\` FROM \`${table}\` LIMIT 0`);
        if (read !== 'denied') open.push(`${table}.${name}`);
      }
      const [name] = names;
      for (const sql of [
        `INSERT INTO \`${table}\` (\`${name}\`) SELECT NULL FROM DUAL WHERE FALSE`,
        `REPLACE INTO \`${table}\` (\`${name}\`) SELECT NULL FROM DUAL WHERE FALSE`,
        `UPDATE \`${table}\` SET \`${name}\` = NULL WHERE FALSE`,
        `DELETE FROM \`${table}\` WHERE FALSE`,
        `TRUNCATE TABLE \`${table}\``,
        `DROP TABLE \`${table}\``,
        `LOCK TABLES \`${table}\` WRITE`,
        `CREATE INDEX x ON \`${table}\` (x)`,
      ]) {
        expect([sql, await tried(sql)]).toEqual([sql, 'denied']);
      }
    }
    expect(open.sort()).toEqual(listed.sort());
  });

  it('reads texts about people as they lie: sealed', async () => {
    const rows = (await asAuditor.source.query('SELECT text FROM duty_report')) as { text: string }[];
    expect(rows[0]?.text).toMatch(/^s1:intl:person-0:/);
  });

  it.each([
    ['read a name', 'SELECT name FROM person'],
    ['read a mark', 'SELECT value FROM mark'],
    ['read who gave a mark', 'SELECT rater_id FROM mark'],
    ['find a mark by its value', "SELECT appraisal_id FROM mark WHERE value > '5'"],
    ['read an answer of a resident', 'SELECT sealed FROM survey_envelope'],
    ['read a share of a key', 'SELECT sealed FROM box_share'],
    ['read how a resident is reached', 'SELECT sealed FROM survey_invitation'],
    ['read the key of a person', 'SELECT wrapped FROM person_key'],
    ['read a password’s hash', 'SELECT password_hash FROM account'],
    ['read a session', 'SELECT token_hash FROM session'],
    ['clean up after itself', 'DELETE FROM access_log'],
    ['number an entry of the log', 'INSERT INTO log_entry SELECT * FROM log_entry'],
    ['drop the trigger that keeps the access log', 'DROP TRIGGER access_log_no_delete'],
    ['make a table', 'CREATE TABLE mine (id INT)'],
    ['make a view', 'CREATE VIEW mine AS SELECT id FROM cycle'],
    ['make a user', "CREATE USER 'mine'@'%'"],
    ['pass its rights on', 'GRANT SELECT ON cycle TO CURRENT_USER()'],
    ['read another schema', 'SELECT user FROM mysql.user'],
    ['write a file', "SELECT id FROM cycle INTO OUTFILE '/tmp/kaoji-auditor'"],
    ['read the log of the database', 'SHOW BINARY LOGS'],
    ['set a server variable', 'SET GLOBAL general_log = 1'],
  ])('may not %s', async (_what, sql) => {
    expect(['denied', '1045']).toContain(await tried(sql)); // 1045: no FILE right
  });
});

describe('an auditor’s own account on SQLite', () => {
  it('does not exist: whoever opens the file may do everything', async () => {
    await withDatabase(sqlite!, async ({ url }) => {
      const making = makeAuditorAccount(url, { user, password, host: null });
      expect(await outcomeOf(making)).toBe('AUDITOR_ACCOUNT_SQLITE');
    });
  });
});
