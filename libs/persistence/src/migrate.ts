import { MigrationExecutor } from 'typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Dialect } from './migrations/ddl.js';
import { inImmediateTransaction } from './sqlite-transaction.js';

const LOCK_SECONDS = 60;

/** Runs the pending steps over one connection; whoever calls keeps other processes out. */
async function runPending(source: DataSource, runner: QueryRunner): Promise<readonly string[]> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  return (await executor.executePendingMigrations()).map(({ name }) => name);
}

/** MariaDB and MySQL commit every DDL statement by themselves; a named lock keeps two processes apart. */
async function migrateServer(source: DataSource): Promise<readonly string[]> {
  const runner = source.createQueryRunner();
  const name = `kaoji_migrate_${String(source.options.database)}`.slice(0, 64);
  try {
    const [lock] = (await runner.query('SELECT GET_LOCK(?, ?) AS held', [name, LOCK_SECONDS])) as {
      held: unknown;
    }[];
    if (Number(lock?.held) !== 1) throw new Error('Another process has been migrating for a minute.');
    return await runPending(source, runner);
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?)', [name]).catch(() => undefined);
    await runner.release();
  }
}

/** Runs the pending steps; gives their names. On SQLite all of them happen or none. */
export function migrateSchema(source: DataSource, dialect: Dialect): Promise<readonly string[]> {
  return dialect === 'sqlite'
    ? inImmediateTransaction(source, (runner) => runPending(source, runner))
    : migrateServer(source);
}

/** The names of the steps not run yet; reads only. */
export async function pendingSteps(source: DataSource): Promise<readonly string[]> {
  const pending = await new MigrationExecutor(source).getPendingMigrations();
  return pending.map((migration) => migration.name);
}
