import { createHash } from 'node:crypto';

import { CHECKOUT, kaoji } from '../checkout.mjs';
import { lastJsonLine } from './json-lines.mjs';

/** What the survey process has no business with. */
const NOT_THE_SURVEYS = [
  'KAOJI_CONTACT_KEYS',
  'KAOJI_PERSON_KEYS',
  'KAOJI_LOG_KEYS',
  'KAOJI_WITNESS',
  'KAOJI_ARCHIVE',
  'KAOJI_SMS_GATEWAY',
  'KAOJI_WECHAT_GATEWAY',
  'KAOJI_SMTP_URL',
  'KAOJI_SURVEY_DATABASE_URL',
  'KAOJI_WORKFLOW_BUNDLE',
];

/**
 * The database as the survey process sees it: the address given for it, else an account of its own where the
 * given one may make it, else the same account, saying so.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ database: { url: string }, password: string, env: NodeJS.ProcessEnv }} input a migrated database
 * @returns {Promise<string>}
 */
export async function surveyDatabase({ supervisor, progress }, { database, password, env }) {
  const given = env['KAOJI_SURVEY_DATABASE_URL'];
  if (given) return given;
  if (database.url.startsWith('sqlite:')) return database.url;
  const user = surveyAccountName(database.url);
  const { code, lastLines } = await supervisor.run({
    name: 'survey-account',
    command: process.execPath,
    args: kaoji('db', 'survey-account', '--user', user, '--password-stdin', '--json'),
    cwd: CHECKOUT,
    env,
    input: `${password}\n`,
  });
  if (code === 0) return asAccount(database.url, user, password);
  const reason = lastJsonLine(lastLines)?.['code'] ?? `exit ${code}`;
  progress.say(
    `问卷进程与其他进程共用数据库账号（${reason}）；可由管理员执行 kaoji db survey-account 建专用账号并设 KAOJI_SURVEY_DATABASE_URL ` +
      `The survey runs with the same database account (${reason}); an administrator makes its own with: kaoji db survey-account, then set KAOJI_SURVEY_DATABASE_URL`,
  );
  return database.url;
}

/**
 * One account for each database, whoever starts it.
 * @param {string} url
 * @returns {string}
 */
export function surveyAccountName(url) {
  return `kaoji_survey_${createHash('sha256').update(new URL(url).pathname).digest('hex').slice(0, 8)}`;
}

/**
 * @param {string} url
 * @param {string} user
 * @param {string} password
 * @returns {string}
 */
export function asAccount(url, user, password) {
  const own = new URL(url);
  own.username = user;
  own.password = password;
  return own.href;
}

/**
 * What the survey process finds in its environment: neither the staff's database account nor the contact keys.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} url
 * @returns {NodeJS.ProcessEnv}
 */
export function surveyEnvironment(env, url) {
  const kept = Object.entries(env).filter(([name]) => !NOT_THE_SURVEYS.includes(name));
  return { ...Object.fromEntries(kept), DATABASE_URL: url };
}
