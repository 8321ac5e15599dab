import type { BallotIntake, NoticeReads, ObjectionIntake, SurveyPace, SurveyReads } from '@kaoji/application';
import type { DataSource } from 'typeorm';
import { serverSource, sqliteSource } from '../data-source.js';
import type { OpenOptions } from '../data-source.js';
import { parseDatabaseUrl } from '../database-url.js';
import { withoutOpeningError } from '../driver-faults.js';
import { createSurveyStore } from '../stores/survey.store.js';
import { createTurns } from '../turns.js';
import { createIntake } from './intake.js';
import type { IntakeOptions } from './intake.js';
import { onServerDurably, onSqliteDurably } from './intake-transaction.js';
import type { IntakeTransactions } from './intake-transaction.js';
import { createNoticeReads, createObjectionIntake } from './notice-access.js';
import { createPaceCounters } from './pace-counters.js';
import type { PaceOptions } from './pace-counters.js';
import { createSurveyReads } from './survey-reads.js';

export type SurveyDatabaseOptions = OpenOptions & {
  readonly intake?: Partial<IntakeOptions>;
  readonly pace?: Partial<PaceOptions>;
};

/** The database as the survey process sees it: pages are read, envelopes put in, nothing else. */
export type SurveyDatabase = {
  readonly reads: SurveyReads;
  readonly intake: BallotIntake;
  readonly notices: NoticeReads;
  readonly objections: ObjectionIntake;
  /** Whether the database answers now. */
  ping(): Promise<boolean>;
  /** Waits for answers under way, writes the counts that are pending, and closes. */
  close(): Promise<void>;
};

const INTAKE: IntakeOptions = {
  lanes: 4,
  mostInBatch: 200,
  gatherMs: 2,
  mostWaiting: 10_000,
  settleMs: 20_000,
};
const PACE: PaceOptions = { everyMs: 60_000, atLeast: 10, keptBackMs: 3_600_000 };

type Opened = {
  readonly writer: DataSource;
  readonly reader: DataSource;
  readonly transactions: IntakeTransactions;
};

function sourcesOf(url: string, options: SurveyDatabaseOptions): Opened {
  const address = parseDatabaseUrl(url);
  if (address.kind !== 'sqlite') {
    const pool = serverSource(address, options);
    return { writer: pool, reader: pool, transactions: onServerDurably(pool) };
  }
  const writer = sqliteSource(address.file, 'durable_writes', options);
  const reader = address.file === ':memory:' ? writer : sqliteSource(address.file, 'reads', options);
  return { writer, reader, transactions: onSqliteDurably(writer, createTurns()) };
}

/**
 * Opens the survey's own side of a migrated database, with an account that needs no more than
 * `makeSurveyAccount` grants. Refuses as `openDatabase`.
 */
export async function openSurveyDatabase(
  url: string,
  options: SurveyDatabaseOptions = {},
): Promise<SurveyDatabase> {
  const { writer, reader, transactions } = sourcesOf(url, options);
  const opened = [...new Set([writer, reader])];
  const closeAll = async (): Promise<void> => {
    for (const source of opened) if (source.isInitialized) await source.destroy();
  };
  try {
    for (const source of opened) await source.initialize();
  } catch (fault) {
    await closeAll().catch(() => undefined);
    throw withoutOpeningError(fault);
  }

  const { dialect } = transactions;
  const addPace = (rows: readonly SurveyPace[]): Promise<void> =>
    transactions.run(({ manager }) => createSurveyStore({ manager, dialect, writable: true }).addPace(rows));
  const intake = createIntake(transactions, {
    ...INTAKE,
    ...options.intake,
    ...(dialect === 'sqlite' ? { lanes: 1 } : {}),
  });
  const pace = createPaceCounters(addPace, { ...PACE, ...options.pace });
  return {
    reads: createSurveyReads(reader),
    intake: {
      put: intake.put,
      pace: (row) => {
        pace.add(row);
      },
    },
    notices: createNoticeReads(reader),
    objections: createObjectionIntake(transactions),
    ping: () =>
      reader.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await intake.drain();
      await pace.close();
      await closeAll();
    },
  };
}
