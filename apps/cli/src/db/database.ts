import { cliVariables, loadConfig } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import { type Database, openDatabase } from '@kaoji/persistence';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

export type DatabaseOptions = { readonly language: Language; readonly json: boolean };

/** Runs the pending schema steps and names them. Refuses `DATABASE_URL_MISSING` and as `openDatabase`. */
export async function migrate(terminal: Terminal, { language, json }: DatabaseOptions): Promise<void> {
  const say = speaker(language);
  const steps = await withDatabase((database) => database.migrate());
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-db/1', ran: steps }));
  else if (steps.length === 0) terminal.out(say('数据库结构已是最新', 'the schema is up to date'));
  else terminal.out(stepsText(steps, say('已执行', 'ran')));
}

/** Names the schema steps not run yet; exit 1 when there is any. Refuses as `migrate`. */
export async function status(terminal: Terminal, { language, json }: DatabaseOptions): Promise<void> {
  const say = speaker(language);
  const steps = await withDatabase((database) => database.pendingMigrations());
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-db/1', pending: steps }));
  else if (steps.length === 0) terminal.out(say('数据库结构已是最新', 'the schema is up to date'));
  else terminal.out(stepsText(steps, say('待执行', 'pending')));
  terminal.setExitCode(steps.length === 0 ? 0 : 1);
}

/** A migration is one file of many small steps, named `<file>/<step>`: people want the files. */
function stepsText(steps: readonly string[], word: string): string {
  const files = [...new Set(steps.map((step) => step.split('/')[0] ?? step))];
  return files
    .map((file) => `${word} ${file} (${steps.filter((step) => step.split('/')[0] === file).length})`)
    .join('\n');
}

/** DATABASE_URL. Refuses `DATABASE_URL_MISSING`. */
export function databaseAddress(): string {
  const { DATABASE_URL: url } = loadConfig(cliVariables);
  if (url !== undefined) return url;
  throw new Refusal('DATABASE_URL_MISSING', 'Set DATABASE_URL to sqlite:<file>, mariadb://… or mysql://….');
}

async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(databaseAddress());
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
