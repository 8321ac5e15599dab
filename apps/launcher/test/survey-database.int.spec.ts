import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { createProgress } from '../src/printing/progress.mjs';
import { createSupervisor } from '../src/process/supervise.mjs';
import { surveyAccountName, surveyDatabase, surveyEnvironment } from '../src/start/survey-database.mjs';

let printed = '';
const out = { write: (text: string) => void (printed += text), isTTY: false };
let supervisor: ReturnType<typeof createSupervisor>;
beforeEach(() => {
  printed = '';
  supervisor = createSupervisor({ logFolder: null, onCrash: () => undefined });
});
afterEach(() => supervisor.stopAll());

const chosen = (url: string, variables: NodeJS.ProcessEnv = {}) =>
  surveyDatabase({ supervisor, progress: createProgress(out as never) } as never, {
    database: { url },
    password: 'survey-word'.repeat(3),
    env: { PATH: process.env['PATH'], DATABASE_URL: url, ...variables },
  });

describe('surveyDatabase', () => {
  it('is the address KAOJI_SURVEY_DATABASE_URL names, and no account is made', async () => {
    const own = 'mariadb://survey:word@db.example/kaoji';
    expect(await chosen('mariadb://staff@127.0.0.1:1/kaoji', { KAOJI_SURVEY_DATABASE_URL: own })).toBe(own);
    expect(printed).toBe('');
  });

  it('is the same file on SQLite, which has no accounts', async () => {
    expect(await chosen('sqlite:/here/kaoji.sqlite')).toBe('sqlite:/here/kaoji.sqlite');
    expect(printed).toBe('');
  });

  it('is the same account, said in one line with the reason, where none of its own can be made', async () => {
    const url = 'mariadb://staff:staff-word@127.0.0.1:1/kaoji';
    expect(await chosen(url)).toBe(url);
    expect(printed.trim().split('\n')).toHaveLength(1);
    expect(printed).toContain('(DATABASE_UNAVAILABLE)');
    expect(printed).toContain('kaoji db survey-account');
    expect(printed).not.toMatch(/-word/);
  });
});

describe('surveyAccountName', () => {
  it('is the same for a database whoever starts it, and another for another', () => {
    const [one, same, other] = [
      'mariadb://a:x@db/kaoji',
      'mariadb://b@db/kaoji',
      'mariadb://a:x@db/other',
    ].map(surveyAccountName);
    expect(one).toMatch(/^kaoji_survey_[0-9a-f]{8}$/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe('surveyEnvironment', () => {
  it('holds neither the staff’s database account nor the keys of contacts and people', () => {
    const env = {
      PATH: '/bin',
      DATABASE_URL: 'mariadb://staff@db/kaoji',
      KAOJI_CONTACT_KEYS: 'c:C',
      KAOJI_PERSON_KEYS: 'p:P',
      KAOJI_LOG_KEYS: 'k:intl:K',
      KAOJI_LINK_KEYS: 'l:L',
    };
    expect(surveyEnvironment(env, 'mariadb://survey@db/kaoji')).toEqual({
      PATH: '/bin',
      DATABASE_URL: 'mariadb://survey@db/kaoji',
      KAOJI_LINK_KEYS: 'l:L',
    });
  });
});
