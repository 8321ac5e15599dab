import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { mysqlErrorNumber } from '../driver-faults.js';
import {
  accountRecord,
  boxRecord,
  campaignRecord,
  dropUser,
  envelopeRecord,
  linkRecord,
  noticePageRecord,
  objectionRecord,
  outcomeOf,
  seedUnit,
  testDatabases,
  withDatabase,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { makeSurveyAccount } from './survey-account.js';
import { openSurveyDatabase } from './survey-database.js';
import type { SurveyDatabase } from './survey-database.js';
import { SURVEY_GRANTS } from './survey-grants.js';

const [sqlite, mariadb] = testDatabases();
const password = randomBytes(18).toString('hex');
const newUser = (): string => `kaoji_survey_${randomBytes(4).toString('hex')}`;
const hex = (text: string): string => Buffer.from(text).toString('hex').padEnd(64, '0');

/** Refused: schema, table, column, statement, or `SUPER` and its kind. */
const DENIED = [1044, 1142, 1143, 1227, 1370, 1419];

describe('the survey’s own account on MariaDB', () => {
  const user = newUser();
  let database: TestDatabase;
  let asStaff: OpenedDatabase;
  let asSurvey: OpenedDatabase;
  let survey: SurveyDatabase;
  let url: string;

  const as = (name: string, word: string): string => {
    const own = new URL(database.url);
    own.username = name;
    own.password = word;
    return own.href;
  };
  /** `done`, `denied`, or the error number of anything else. */
  const tried = async (sql: string): Promise<string> => {
    try {
      await asSurvey.source.query(sql);
      return 'done';
    } catch (fault) {
      const number = mysqlErrorNumber(fault) ?? 0;
      return DENIED.includes(number) ? 'denied' : String(number);
    }
  };

  beforeAll(async () => {
    database = await mariadb!.open();
    asStaff = await openWithSource(database.url);
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 1);
      await stores.accounts.insertMany([accountRecord()]);
      await stores.surveys.insertCampaigns([
        campaignRecord({ state: 'open', opensAt: 5, closesAt: 9 }),
        campaignRecord({ id: 'campaign-2', state: 'sealed' }),
      ]);
      await stores.surveys.insertLinks([
        linkRecord({ linkHash: 'l-1' }),
        linkRecord({ linkHash: 'l-2', channel: 'assisted' }),
      ]);
      await stores.surveys.putSheet({ campaignId: 'campaign-1', body: '{"year":2026}' });
      await stores.boxes.insertBox(boxRecord({ campaignId: 'campaign-2' }), []);
      const leaves = ['a', 'b', 'c'].map((text, position) => ({
        campaignId: 'campaign-2',
        position,
        digest: hex(text),
      }));
      await stores.boxes.seal('campaign-2', 'root', leaves, 1);
    });
    await database.transactions.run((stores) => stores.notices.insertPage(noticePageRecord()));
    await makeSurveyAccount(database.url, { user, password, host: null });
    url = as(user, password);
    asSurvey = await openWithSource(url);
    survey = await openSurveyDatabase(url);
  });
  afterAll(async () => {
    await survey.close();
    await asSurvey.close();
    await asStaff.close();
    await dropUser(user);
    await database.close();
  });

  it('is enough to show pages, take answers and add to the counts of the pace', async () => {
    const { reads, intake } = survey;
    expect(await reads.campaign('campaign-1')).toEqual({
      id: 'campaign-1',
      state: 'open',
      opensAt: 5,
      closesAt: 9,
      sheet: '{"year":2026}',
    });
    expect(await reads.campaign('campaign-2')).toMatchObject({ state: 'sealed', opensAt: null, sheet: null });
    expect(await reads.campaign('none')).toBeNull();
    expect(await reads.link('l-1')).toEqual({ campaignId: 'campaign-1', state: 'issued', assisted: false });
    expect(await reads.link('l-2')).toMatchObject({ assisted: true });
    expect(await reads.link('none')).toBeNull();
    expect(await reads.spent('l-1')).toBeNull();
    expect(await intake.put(envelopeRecord({ linkHash: 'l-1' }))).toBe('accepted');
    expect(await intake.put(envelopeRecord({ linkHash: 'l-1', digest: 'other' }))).toBe('already');
    expect(await reads.spent('l-1')).toBe('digest-l-1');
    expect(await reads.leaf(hex('b').slice(0, 20))).toEqual({
      leaf: { campaignId: 'campaign-2', position: 1, digest: hex('b') },
      root: 'root',
      leaves: ['a', 'b', 'c'].map(hex),
    });
    for (const text of [hex('z').slice(0, 20), hex('b').slice(0, 19), "' OR 1=1 --".padEnd(20, ' ')])
      expect(await reads.leaf(text)).toBeNull();

    for (let n = 0; n < 2; n += 1) {
      const process = await openSurveyDatabase(url);
      process.intake.pace({ campaignId: 'campaign-1', day: '2026-03-01', bucket: 'h08' });
      await process.close();
    }
    expect(await database.transactions.read(({ surveys }) => surveys.paceOf('campaign-1'))).toEqual([
      { campaignId: 'campaign-1', day: '2026-03-01', bucket: 'h08', count: 2 },
    ]);
    expect(await survey.ping()).toBe(true);
  });

  it('is enough to show a notice and to put objections to it in, until it has ended', async () => {
    const { notices, objections } = survey;
    expect(await notices.notice('notice-1')).toEqual({
      ...{ id: 'notice-1', body: '{}', publicKey: 'key', startsAt: 1, endsAt: 10, endedAt: null },
    });
    expect(await notices.notice('none')).toBeNull();
    const { channel: _channel, recordedBy: _by, ...objection } = objectionRecord();
    expect(await objections.object(objection)).toBe('accepted');
    expect(await objections.object(objection)).toBe('accepted');
    const stored = await database.transactions.read((stores) => stores.notices.objectionsOf('notice-1'));
    expect(stored).toEqual([{ objection: objectionRecord(), answer: null }]);
    await database.transactions.run((stores) => stores.notices.end('notice-1', 10));
    expect(await objections.object({ ...objection, id: 'late' })).toBe('over');
  });

  it('has exactly the rights on its list, table by table and verb by verb', async () => {
    const tables = (await asStaff.source.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    )) as { name: string }[];
    const columns = (await asStaff.source.query(
      'SELECT table_name AS `table`, column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE()',
    )) as { table: string; name: string }[];
    const open: string[] = [];
    const listed: string[] = [];
    for (const { name: table } of tables) {
      const verbs = SURVEY_GRANTS.find((grant) => grant.table === table)?.verbs ?? {};
      for (const { name: column } of columns.filter((one) => one.table === table)) {
        const attempts = {
          SELECT: `SELECT \`${column}\` FROM \`${table}\` LIMIT 0`,
          INSERT: `INSERT INTO \`${table}\` (\`${column}\`) SELECT NULL FROM DUAL WHERE FALSE`,
          UPDATE: `UPDATE \`${table}\` SET \`${column}\` = NULL WHERE FALSE`,
        };
        for (const [verb, sql] of Object.entries(attempts)) {
          const granted = verbs[verb];
          const name = `${verb} ${table}.${column}`;
          if (granted === 'all' || granted?.includes(column)) listed.push(name);
          if ((await tried(sql)) !== 'denied') open.push(name);
        }
      }
      for (const verb of [
        'DELETE FROM',
        'TRUNCATE TABLE',
        'DROP TABLE',
        'LOCK TABLES',
        'CREATE INDEX x ON',
      ]) {
        const tail = { 'DELETE FROM': ' WHERE FALSE', 'LOCK TABLES': ' WRITE', 'CREATE INDEX x ON': ' (x)' };
        const sql = `${verb} \`${table}\`${tail[verb as keyof typeof tail] ?? ''}`;
        expect([sql, await tried(sql)]).toEqual([sql, 'denied']);
      }
    }
    expect(tables.length).toBeGreaterThan(40);
    expect(open.sort()).toEqual(listed.sort());
  });

  it.each([
    ['read a ciphertext', 'SELECT sealed FROM survey_envelope'],
    ['read all of an envelope', 'SELECT * FROM survey_envelope'],
    ['find one by its ciphertext', "SELECT digest FROM survey_envelope WHERE sealed > ''"],
    ['read the day of an envelope', 'SELECT day FROM survey_envelope'],
    ['change an envelope', "UPDATE survey_envelope SET sealed = 'mine'"],
    ['overwrite one', "REPLACE INTO survey_envelope VALUES ('l-1', 'campaign-1', 's', 'd', '2026-03-01')"],
    [
      'overwrite one on a duplicate',
      "INSERT INTO survey_envelope VALUES ('l-1', 'campaign-1', 's', 'd', '2026-03-01') ON DUPLICATE KEY UPDATE sealed = 's'",
    ],
    ['remove an envelope', 'DELETE FROM survey_envelope'],
    ['open a campaign again', "UPDATE campaign SET state = 'open'"],
    ['issue a link', "INSERT INTO survey_link VALUES ('l-9', 'campaign-1', 'ordinary', 'sms', 'issued')"],
    ['read who a link belongs to', 'SELECT ref FROM survey_invitation'],
    ['read a share of a key', 'SELECT sealed FROM box_share'],
    ['read an objection', 'SELECT sealed FROM objection'],
    ['see that there is one', 'SELECT id FROM objection'],
    [
      'record one in the name of staff',
      "INSERT INTO objection (id, notice_id, sealed, received_at, channel, recorded_by) VALUES ('x', 'notice-1', 's', 1, 'in_person', 'a')",
    ],
    ['read an answer to one', 'SELECT reason FROM objection_answer'],
    [
      'answer one',
      "INSERT INTO objection_answer VALUES ('objection-1', 'dismissed', 'r', NULL, '[]', 'a', 1)",
    ],
    ['end a notice', 'UPDATE notice_page SET ended_at = 10'],
    ['show another name', "UPDATE notice_page SET body = '{}'"],
    ['read who else stands', 'SELECT standing FROM notice_page'],
    ['read a session', 'SELECT token_hash FROM session'],
    ['read another schema', 'SELECT user FROM mysql.user'],
    ['make a schema', 'CREATE DATABASE kaoji_mine'],
    ['make a table', 'CREATE TABLE mine (id INT)'],
    ['change a table', 'ALTER TABLE survey_envelope ADD COLUMN at BIGINT'],
    ['drop the trigger that keeps envelopes', 'DROP TRIGGER survey_envelope_no_update'],
    ['make a view', 'CREATE VIEW mine AS SELECT id FROM campaign'],
    ['make a user', "CREATE USER 'mine'@'%'"],
    ['pass its rights on', 'GRANT SELECT ON survey_sheet TO CURRENT_USER()'],
    ['read the log of the database', 'SHOW BINARY LOGS'],
    ['leave the log of the database', 'SET SESSION sql_log_bin = 0'],
    ['set a server variable', 'SET GLOBAL general_log = 1'],
  ])('may not %s', async (_what, sql) => {
    expect(await tried(sql)).toBe('denied');
  });

  it('sees no statement of anybody else', async () => {
    const seen = (await asSurvey.source.query('SHOW FULL PROCESSLIST')) as { User: string }[];
    expect(new Set(seen.map((row) => row.User))).toEqual(new Set([user]));
  });

  it('keeps its rights and gets the new password when it is made again', async () => {
    const renewed = randomBytes(18).toString('hex');
    const before = await asStaff.source.query(`SHOW GRANTS FOR '${user}'@'127.0.0.1'`);
    const rights = (rows: unknown) => JSON.stringify(rows).replace(/IDENTIFIED BY [^"]*/, '');
    expect(await makeSurveyAccount(database.url, { user, password: renewed, host: null })).toEqual({
      user,
      host: '127.0.0.1',
    });
    expect(rights(await asStaff.source.query(`SHOW GRANTS FOR '${user}'@'127.0.0.1'`))).toBe(rights(before));
    expect(await outcomeOf(openSurveyDatabase(url))).toBe('DATABASE_UNAVAILABLE');
    const again = await openSurveyDatabase(as(user, renewed));
    expect(await again.ping()).toBe(true);
    await again.close();
    await makeSurveyAccount(database.url, { user, password, host: null });
  });

  it('is not made out of an account that may do more', async () => {
    const other = newUser();
    const making = () =>
      outcomeOf(makeSurveyAccount(database.url, { user: other, password, host: '127.0.0.1' }));
    await asStaff.source.query(`CREATE USER '${other}'@'127.0.0.1' IDENTIFIED BY '${password}'`);
    await asStaff.source.query(`GRANT SELECT ON mysql.* TO '${other}'@'127.0.0.1'`);
    expect(await making()).toBe('SURVEY_ACCOUNT_TAKEN');
    await dropUser(other);
    const staff = new URL(database.url).username;
    expect(await outcomeOf(makeSurveyAccount(database.url, { user: staff, password, host: '%' }))).toBe(
      'SURVEY_ACCOUNT_TAKEN',
    );
  });

  it('is not made by an account that may not make any', async () => {
    const making = makeSurveyAccount(url, { user: newUser(), password, host: null });
    expect(await outcomeOf(making)).toBe('SURVEY_ACCOUNT_FORBIDDEN');
  });

  it.each([
    ['a user name that is none', { user: "x'@'%", password, host: null }],
    ['a host that is none', { user: newUser(), password, host: "%' IDENTIFIED BY ''; --" }],
    ['a short password', { user: newUser(), password: 'short', host: null }],
  ])('is refused %s', async (_what, account) => {
    expect(await outcomeOf(makeSurveyAccount(database.url, account))).toBe('SURVEY_ACCOUNT_INVALID');
  });
});

describe('the survey’s own account on SQLite', () => {
  it('does not exist: whoever opens the file may do everything', async () => {
    await withDatabase(sqlite!, async ({ url }) => {
      const making = makeSurveyAccount(url, { user: newUser(), password, host: null });
      expect(await outcomeOf(making)).toBe('SURVEY_ACCOUNT_SQLITE');
    });
  });
});
