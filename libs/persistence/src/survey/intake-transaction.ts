import type { DataSource, QueryRunner } from 'typeorm';
import type { Dialect } from '../migrations/ddl.js';
import { inImmediateTransaction } from '../sqlite-transaction.js';
import type { Turns } from '../turns.js';

/** The connection went while a commit was under way: whether it happened is not known yet. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
  constructor(readonly fault: unknown) {
    super('The commit has no answer.');
  }
}

export type IntakeTransactions = {
  readonly dialect: Dialect;
  /** Commits durably on return. Throws `CommitUnknown` when only the commit failed; else nothing is stored. */
  run<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T>;
};

/** READ COMMITTED: the states are read after the locks, and no gap is locked. */
export function onServerDurably(source: DataSource): IntakeTransactions {
  return {
    dialect: 'mysql',
    run: async (work) => {
      const runner = source.createQueryRunner();
      let committing = false;
      try {
        await runner.startTransaction('READ COMMITTED');
        const result = await work(runner);
        committing = true;
        await runner.commitTransaction();
        return result;
      } catch (fault) {
        if (committing) throw new CommitUnknown(fault);
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw fault;
      } finally {
        await runner.release();
      }
    },
  };
}

/** One writer at a time; it holds the write lock from its start. */
export function onSqliteDurably(source: DataSource, turns: Turns): IntakeTransactions {
  return {
    dialect: 'sqlite',
    run: (work) => turns(() => inImmediateTransaction(source, work)),
  };
}
