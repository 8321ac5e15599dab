import { createRequire } from 'node:module';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, Logger } from 'typeorm';
import type { PersonSealer } from '@kaoji/application';
import type { DatabaseAddress } from './database-url.js';
import type { Dialect } from './migrations/ddl.js';
import { migrationsFor } from './migrations/migrations.js';
import { entitiesFor } from './schema/entities.js';

export type OpenOptions = {
  /** Seals names and texts about people under a key of each; see docs/erasure.md. */
  readonly people?: PersonSealer;
  /** Connections of a MariaDB or MySQL pool. */
  readonly poolSize?: number;
  /** Sees every statement, without its values. */
  readonly onStatement?: (sql: string) => void;
};

type ServerAddress = Exclude<DatabaseAddress, { kind: 'sqlite' }>;
type SqliteConnection = { pragma(statement: string): unknown };

const DEFAULT_POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * libsql blocks the whole process while it waits for another process's lock, so it waits shortly and
 * `transactions.ts` waits on, without blocking.
 */
const SQLITE_BUSY_TIMEOUT_MS = 25;

// Both drivers are CommonJS and handed to TypeORM as values; its own loader would look for better-sqlite3.
const require = createRequire(import.meta.url);

export const dialectOf = (address: DatabaseAddress): Dialect =>
  address.kind === 'sqlite' ? 'sqlite' : 'mysql';

/** TypeORM's own logger would print failed migrations with their values; faults are thrown, that is enough. */
function quietLogger(onStatement: OpenOptions['onStatement']): Logger {
  const nothing = (): void => undefined;
  return {
    logQuery: (sql) => onStatement?.(sql),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}

function shared(dialect: Dialect, options: OpenOptions) {
  return {
    entities: entitiesFor(dialect),
    migrations: migrationsFor(dialect),
    migrationsTableName: 'schema_migration',
    synchronize: false,
    migrationsRun: false,
    logger: quietLogger(options.onStatement),
  } as const;
}

/** `reads`: sees committed rows only and refuses to write. `durable_writes`: a commit outlives a power cut. */
export type SqliteUse = 'reads' | 'writes' | 'durable_writes';

/** One connection to a SQLite file. */
export function sqliteSource(file: string, use: SqliteUse, options: OpenOptions): DataSource {
  const settings: DataSourceOptions = {
    ...shared('sqlite', options),
    type: 'better-sqlite3',
    driver: require('libsql') as unknown,
    database: file,
    timeout: SQLITE_BUSY_TIMEOUT_MS,
    prepareDatabase: (connection: unknown) => {
      const { pragma } = connection as SqliteConnection;
      const set = (statement: string): unknown => pragma.call(connection, statement);
      if (file !== ':memory:') set('journal_mode = WAL');
      set(`synchronous = ${use === 'durable_writes' ? 'FULL' : 'NORMAL'}`);
      // Without it REPLACE would delete rows of append-only tables past their triggers.
      set('recursive_triggers = ON');
      if (use === 'reads') set('query_only = ON');
    },
  };
  return new DataSource(settings);
}

/** A pool of connections to MariaDB or MySQL. */
export function serverSource(address: ServerAddress, options: OpenOptions): DataSource {
  const { host, port, username, password, database } = address;
  const settings: DataSourceOptions = {
    ...shared('mysql', options),
    type: address.kind,
    driver: require('mysql2') as unknown,
    host,
    port,
    username,
    password,
    database,
    ...(address.tls ? { ssl: {} } : {}),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    poolSize: options.poolSize ?? DEFAULT_POOL_SIZE,
    isolationLevel: 'READ COMMITTED',
    extra: { stringifyObjects: true },
  };
  return new DataSource(settings);
}
