import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stores, Transactions } from '@kaoji/application';
import type { DataSource } from 'typeorm';
import { faultOf, withoutDriverError } from './driver-faults.js';
import type { Dialect } from './migrations/ddl.js';
import type { Session } from './session.js';
import { inImmediateTransaction } from './sqlite-transaction.js';
import type { Turns } from './turns.js';

const MAX_ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 10; // times the number of tries

type Sources = {
  readonly dialect: Dialect;
  readonly writer: DataSource;
  /** Reads outside a transaction; the writer itself where there is one connection only. */
  readonly reader: DataSource;
  /** SQLite: one connection per process, so transactions take turns. Null on a server, which has a pool. */
  readonly turns: Turns | null;
};

async function onServer<T>(source: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction('READ COMMITTED');
    const result = await work({ manager: runner.manager, dialect: 'mysql', writable: true });
    await runner.commitTransaction();
    return result;
  } catch (fault) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw fault;
  } finally {
    await runner.release();
  }
}

/** Tries again, so many times at most, when the database asks for it; a driver's error does not get out. */
async function repeated<T>(attempt: () => Promise<T>, most: number): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (fault) {
      if (faultOf(fault).kind !== 'retry' || tries >= most) throw withoutDriverError(fault);
      await pause(1 + Math.random() * LONGEST_PAUSE_MS * tries);
    }
  }
}

/**
 * Transactions over one database. `work` runs again from its start after a deadlock or a lock timeout, so it
 * does nothing but use its stores. Asking for a transaction inside one is a bug and throws: on SQLite it could
 * only wait for itself, on a server it would not see its own rows.
 */
export function createTransactions(sources: Sources, storesOf: (session: Session) => Stores): Transactions {
  const { dialect, writer, reader, turns } = sources;
  const inside = new AsyncLocalStorage<true>();

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore() === true) {
      return Promise.reject(new Error('A transaction is open here already: use the stores it was given.'));
    }
    return work();
  };

  const attempt = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const withStores = (session: Session): Promise<T> => inside.run(true, () => work(storesOf(session)));
    if (turns === null) return onServer(writer, withStores);
    return turns(() =>
      inImmediateTransaction(writer, ({ manager }) =>
        withStores({ manager, dialect: 'sqlite', writable: true }),
      ),
    );
  };

  /** SQLite has waited for the write lock already; a server says at once that a deadlock chose this transaction. */
  const run = <T>(work: (stores: Stores) => Promise<T>): Promise<T> =>
    repeated(() => attempt(work), turns === null ? MAX_ATTEMPTS : 1);

  const read = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const stores = storesOf({ manager: reader.manager, dialect, writable: false });
    const now = (): Promise<T> => inside.run(true, () => work(stores));
    return repeated(() => (turns !== null && reader === writer ? turns(now) : now()), MAX_ATTEMPTS);
  };

  return { run: (work) => alone(() => run(work)), read: (work) => alone(() => read(work)) };
}
