import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openDatabase, openSurveyDatabase } from '@kaoji/persistence';
import { dropUser, outcomeOf, testDatabases, withDatabase } from '@kaoji/persistence/testing';
import { type Ending, runKaoji } from './run-kaoji.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-cli-db-'));
afterAll(() => rmSync(folder, { recursive: true }));
const db = (words: readonly string[], url?: string, input = ''): Promise<Ending> =>
  runKaoji(['db', ...words], { cwd: folder, input, env: url === undefined ? {} : { DATABASE_URL: url } });

describe('kaoji db', () => {
  it('names what is pending, runs it once, and then has nothing to do', async () => {
    const url = `sqlite:${join(folder, 'kaoji.db')}`;
    const before = await db(['status', '--json'], url);
    const { pending } = JSON.parse(before.out) as { pending: string[] };
    expect({ ...before, out: '', steps: pending.length > 10 }).toEqual({
      out: '',
      err: '',
      exitCode: 1,
      steps: true,
    });

    const ran = await db(['migrate', '--json'], url);
    expect({ exitCode: ran.exitCode, ...(JSON.parse(ran.out) as object) }).toEqual({
      exitCode: 0,
      format: 'kaoji-db/1',
      ran: pending,
    });

    expect(await db(['status', '--lang', 'en'], url)).toEqual({
      out: 'the schema is up to date\n',
      err: '',
      exitCode: 0,
    });
  });

  it.each([
    ['DATABASE_URL_MISSING', undefined],
    ['CONFIG_INVALID', 'postgres://hunter2@nowhere'],
    ['DATABASE_UNAVAILABLE', 'mariadb://kaoji:hunter2@127.0.0.1:1/kaoji'],
  ])('refuses with %s, without showing the address', async (code, url) => {
    const { out, err, exitCode } = await db(['migrate'], url);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toMatch(new RegExp(`^kaoji: ${code}: [^\\n]+\\n$`));
    expect(err).not.toContain('hunter2');
  });
});

describe('kaoji db survey-account', () => {
  const user = `kaoji_survey_${randomBytes(4).toString('hex')}`;
  const mariadb = testDatabases().find(({ name }) => name === 'MariaDB')!;
  const as = (url: string, password: string): string => {
    const own = new URL(url);
    own.username = user;
    own.password = password;
    return own.href;
  };
  const opens = async (url: string): Promise<boolean> => {
    const survey = await openSurveyDatabase(url);
    const answers = await survey.ping();
    await survey.close();
    return answers;
  };

  it('makes the account with a password it shows once, and renews it with one it does not show', async () => {
    await withDatabase(mariadb, async ({ url }) => {
      const made = await db(['survey-account', '--user', user, '--json'], url);
      expect({ err: made.err, exitCode: made.exitCode }).toEqual({ err: '', exitCode: 0 });
      const { password, ...account } = JSON.parse(made.out) as { password: string };
      expect(account).toEqual({ format: 'kaoji-survey-account/1', user, host: '127.0.0.1' });
      expect(await opens(as(url, password))).toBe(true);

      const word = randomBytes(18).toString('hex');
      const renewed = await db(
        ['survey-account', '--user', user, '--password-stdin', '--lang', 'en'],
        url,
        `${word}\n`,
      );
      expect(renewed).toEqual({
        out: `the survey's own account is ${user}@127.0.0.1\n`,
        err: '',
        exitCode: 0,
      });
      expect(await opens(as(url, word))).toBe(true);
      expect(await outcomeOf(opens(as(url, password)))).toBe('DATABASE_UNAVAILABLE');

      const refused = await db(['survey-account', '--user', 'kaoji_other', '--json'], as(url, word));
      expect(JSON.parse(refused.out)).toMatchObject({ code: 'SURVEY_ACCOUNT_FORBIDDEN' });
      expect(refused.exitCode).toBe(2);
      await dropUser(user);
    });
  });

  it('has none to make on SQLite', async () => {
    const url = `sqlite:${join(folder, 'none.db')}`;
    const { err, exitCode } = await db(['survey-account', '--user', user], url);
    expect(err).toMatch(/^kaoji: SURVEY_ACCOUNT_SQLITE: /);
    expect(exitCode).toBe(2);
  });
});

describe('kaoji db auditor-account', () => {
  const user = `kaoji_auditor_${randomBytes(4).toString('hex')}`;
  const mariadb = testDatabases().find(({ name }) => name === 'MariaDB')!;

  it('makes an account that reads the schema’s steps and may not run one', async () => {
    await withDatabase(mariadb, async ({ url }) => {
      const made = await db(['auditor-account', '--user', user, '--json'], url);
      expect({ err: made.err, exitCode: made.exitCode }).toEqual({ err: '', exitCode: 0 });
      const { password, ...account } = JSON.parse(made.out) as { password: string };
      expect(account).toEqual({ format: 'kaoji-auditor-account/1', user, host: '127.0.0.1' });
      const own = new URL(url);
      own.username = user;
      own.password = password;
      const auditor = await openDatabase(own.href);
      expect(await auditor.pendingMigrations()).toEqual([]);
      const writing = auditor.transactions.run(({ places }) => places.insertArea({ id: 'a', name: '演示' }));
      await expect(writing).rejects.toThrow();
      await auditor.close();
      await dropUser(user);
    });
  });

  it('has none to make on SQLite', async () => {
    const url = `sqlite:${join(folder, 'none.db')}`;
    const { err, exitCode } = await db(['auditor-account', '--user', user], url);
    expect(err).toMatch(/^kaoji: AUDITOR_ACCOUNT_SQLITE: /);
    expect(exitCode).toBe(2);
  });
});
