import type { Transactions } from '@kaoji/application';
import type { DataSource } from 'typeorm';
import { serverSource, sqliteSource } from './data-source.js';
import type { OpenOptions } from './data-source.js';
import { parseDatabaseUrl } from './database-url.js';
import type { DatabaseAddress } from './database-url.js';
import { withoutDriverError, withoutOpeningError } from './driver-faults.js';
import { migrateSchema, pendingSteps } from './migrate.js';
import { createStores } from './stores/stores.js';
import { createTransactions } from './transactions.js';
import { createTurns } from './turns.js';

export type Database = {
  readonly transactions: Transactions;
  /** Runs what is pending, one process at a time; gives the names of the steps it ran. */
  migrate(): Promise<readonly string[]>;
  pendingMigrations(): Promise<readonly string[]>;
  /** Whether the database answers now. */
  ping(): Promise<boolean>;
  /** Name and version: `SQLite 3.45.1`, `MariaDB 11.4.2`. */
  product(): Promise<string>;
  close(): Promise<void>;
};

/** What the tests of this library look into; everybody else sees `Database`. */
export type OpenedDatabase = Database & { readonly source: DataSource };

function sourcesOf(address: DatabaseAddress, options: OpenOptions) {
  if (address.kind !== 'sqlite') {
    const pool = serverSource(address, options);
    return { dialect: 'mysql' as const, writer: pool, reader: pool, turns: null };
  }
  const writer = sqliteSource(address.file, 'writes', options);
  // Two connections to `:memory:` would be two databases.
  const reader = address.file === ':memory:' ? writer : sqliteSource(address.file, 'reads', options);
  return { dialect: 'sqlite' as const, writer, reader, turns: createTurns() };
}

async function productOf(source: DataSource, dialect: 'sqlite' | 'mysql'): Promise<string> {
  const sql = dialect === 'sqlite' ? 'SELECT sqlite_version() AS v' : 'SELECT VERSION() AS v';
  const [row] = (await source.query(sql)) as { v: unknown }[];
  const version = String(row?.v ?? '');
  const name = dialect === 'sqlite' ? 'SQLite' : /mariadb/i.test(version) ? 'MariaDB' : 'MySQL';
  return `${name} ${version.split('-')[0] ?? ''}`.trim();
}

/** `openDatabase` with TypeORM's data source in view. */
export async function openWithSource(url: string, options: OpenOptions = {}): Promise<OpenedDatabase> {
  const sources = sourcesOf(parseDatabaseUrl(url), options);
  const { dialect, writer, reader } = sources;
  const opened = [...new Set([writer, reader])];
  const close = async (): Promise<void> => {
    for (const source of opened) if (source.isInitialized) await source.destroy();
  };
  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      throw withoutDriverError(fault);
    }
  };
  const inTurn: <T>(work: () => Promise<T>) => Promise<T> = sources.turns ?? ((work) => work());

  try {
    for (const source of opened) await source.initialize();
  } catch (fault) {
    await close().catch(() => undefined);
    throw withoutOpeningError(fault);
  }
  return {
    source: writer,
    transactions: createTransactions(sources, (session) =>
      createStores({ ...session, people: options.people }),
    ),
    migrate: () => translated(() => inTurn(() => migrateSchema(writer, dialect))),
    pendingMigrations: () => translated(() => inTurn(() => pendingSteps(writer))),
    ping: async () => {
      try {
        await reader.query('SELECT 1');
        return true;
      } catch {
        return false;
      }
    },
    product: () => translated(() => productOf(reader, dialect)),
    close: () => inTurn(close),
  };
}

/**
 * Opens `sqlite:<file>`, `sqlite::memory:`, `mariadb://…` or `mysql://…` without touching its schema.
 * Refuses `DATABASE_URL_INVALID` (it cannot be read) and `DATABASE_UNAVAILABLE` (nobody answers there).
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const { transactions, migrate, pendingMigrations, ping, product, close } = await openWithSource(
    url,
    options,
  );
  return { transactions, migrate, pendingMigrations, ping, product, close };
}
