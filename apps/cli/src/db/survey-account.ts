import { randomBytes } from 'node:crypto';
import { makeSurveyAccount } from '@kaoji/persistence';
import { speaker } from '../terminal/language.js';
import { readText } from '../terminal/read-text.js';
import type { Terminal } from '../terminal/terminal.js';
import { databaseAddress, type DatabaseOptions } from './database.js';

export type SurveyAccountOptions = DatabaseOptions & {
  readonly user: string;
  /** Null: where this command connects from. */
  readonly host: string | null;
  /** False: a password is made up and shown once. */
  readonly passwordStdin: boolean;
};

/**
 * Makes the survey process's own account at DATABASE_URL, or renews its password and rights. A password that was
 * read is not shown. Refuses `DATABASE_URL_MISSING` and as `makeSurveyAccount`.
 */
export async function surveyAccount(terminal: Terminal, options: SurveyAccountOptions): Promise<void> {
  const { language, json, user, host, passwordStdin } = options;
  const say = speaker(language);
  const password = passwordStdin
    ? (await readText('-')).replace(/\r?\n$/, '')
    : randomBytes(24).toString('base64url');
  const made = await makeSurveyAccount(databaseAddress(), { user, host, password });
  const shown = passwordStdin ? {} : { password };
  if (json) {
    terminal.out(JSON.stringify({ format: 'kaoji-survey-account/1', ...made, ...shown }));
    return;
  }
  terminal.out(
    say(
      `已建问卷专用账号 ${made.user}@${made.host}`,
      `the survey's own account is ${made.user}@${made.host}`,
    ),
  );
  if (!passwordStdin)
    terminal.out(say(`密码（只显示一次） ${password}`, `password (shown once) ${password}`));
}
