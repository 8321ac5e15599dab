import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { OpenOptions } from '../data-source.js';
import { openDatabase } from '../database.js';
import type { Database } from '../database.js';
import { parseDatabaseUrl } from '../database-url.js';

/** A migrated database of its own, gone after `close`. `url` opens it again, as another process would. */
export type TestDatabase = Database & { readonly url: string };
export type TestDatabaseOptions = OpenOptions & {
  /** False leaves the schema out. */
  readonly migrated?: boolean;
};
export type TestDatabaseKind = {
  readonly name: 'SQLite' | 'MariaDB';
  open(options?: TestDatabaseOptions): Promise<TestDatabase>;
};

const ASK =
  'KAOJI_TEST_DATABASE_URL is missing: `npm test` sets it; alone, point it at a MariaDB whose user may create databases (mariadb://user:password@host:port/any).';

function serverUrl(): string {
  // eslint-disable-next-line no-restricted-syntax -- an adapter may not import libs/config, and only tests come here
  const url = process.env['KAOJI_TEST_DATABASE_URL'];
  if (url === undefined || url === '') throw new Error(ASK);
  return url;
}

async function migrated(
  url: string,
  { migrated: wanted = true, ...options }: TestDatabaseOptions,
  remove: () => Promise<void>,
): Promise<TestDatabase> {
  const opened: Database[] = [];
  const close = async (): Promise<void> => {
    for (const database of opened) await database.close();
    await remove();
  };
  try {
    const database = await openDatabase(url, options);
    opened.push(database);
    if (wanted) await database.migrate();
    return { ...database, url, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function openSqlite(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoji-test-'));
  return migrated(`sqlite:${join(folder, 'kaoji.db')}`, options, () =>
    rm(folder, { recursive: true, force: true }),
  );
}

/** Runs one statement on the server itself. */
async function onServer(statement: string): Promise<void> {
  const address = parseDatabaseUrl(serverUrl());
  if (address.kind === 'sqlite') throw new Error(ASK);
  const { host, port, username: user, password } = address;
  const connection = await createConnection({ host, port, user, password });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** Removes an account a test made. */
export const dropUser = (user: string, host = '127.0.0.1'): Promise<void> =>
  onServer(`DROP USER IF EXISTS '${user}'@'${host}'`);

async function openServer(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `kaoji_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  // The server's own default on purpose: our tables say which character set they want.
  await onServer(`CREATE DATABASE ${name}`);
  return migrated(url.href, options, () => onServer(`DROP DATABASE ${name}`));
}

/** Runs `work` on a database of its own and closes it, whatever happens: an open pool would keep Jest waiting. */
export async function withDatabase(
  kind: TestDatabaseKind,
  work: (database: TestDatabase) => Promise<void>,
): Promise<void> {
  const database = await kind.open();
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

/**
 * The databases every persistence test runs on. Nothing is skipped: without KAOJI_TEST_DATABASE_URL the
 * MariaDB half fails when opened.
 */
export function testDatabases(): readonly TestDatabaseKind[] {
  return [
    { name: 'SQLite', open: openSqlite },
    { name: 'MariaDB', open: openServer },
  ];
}
