import { randomBytes } from 'node:crypto';
import type { ServerAccount } from '@kaoji/persistence';
import type { LocalText } from '@kaoji/domain';
import { inLanguage, speaker } from '../terminal/language.js';
import { readText } from '../terminal/read-text.js';
import type { Terminal } from '../terminal/terminal.js';
import { databaseAddress, type DatabaseOptions } from './database.js';

export type ServerAccountOptions = DatabaseOptions & {
  readonly user: string;
  /** Null: where this command connects from. */
  readonly host: string | null;
  /** False: a password is made up and shown once. */
  readonly passwordStdin: boolean;
};
type Kind = {
  readonly format: string;
  readonly title: LocalText;
  readonly make: (
    url: string,
    account: ServerAccount,
  ) => Promise<{ readonly user: string; readonly host: string }>;
};

/**
 * Makes a database account of its own at DATABASE_URL, or renews its password and rights. A password that was read is
 * not shown. Refuses `DATABASE_URL_MISSING` and as `makeServerAccount`.
 */
export async function serverAccount(
  terminal: Terminal,
  { language, json, user, host, passwordStdin }: ServerAccountOptions,
  { format, title, make }: Kind,
): Promise<void> {
  const say = speaker(language);
  const password = passwordStdin
    ? (await readText('-')).replace(/\r?\n$/, '')
    : randomBytes(24).toString('base64url');
  const made = await make(databaseAddress(), { user, host, password });
  const shown = passwordStdin ? {} : { password };
  if (json) {
    terminal.out(JSON.stringify({ format, ...made, ...shown }));
    return;
  }
  terminal.out(`${inLanguage(title, language)} ${made.user}@${made.host}`);
  if (!passwordStdin)
    terminal.out(say(`密码（只显示一次） ${password}`, `password (shown once) ${password}`));
}
