import { setTimeout as pause } from 'node:timers/promises';
import type { BallotIntake, SurveyEnvelope } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { faultOf, withoutDriverError } from '../driver-faults.js';
import { createBatches } from './batches.js';
import { CommitUnknown } from './intake-transaction.js';
import type { IntakeTransactions } from './intake-transaction.js';
import { storedAmong, takeBatch } from './take-batch.js';
import type { Taken } from './take-batch.js';

const MAX_ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 10; // times the number of tries
const SETTLE_PAUSE_MS = 200;

export type IntakeOptions = {
  /** Transactions at the same time; on SQLite there is one. */
  readonly lanes: number;
  readonly mostInBatch: number;
  readonly gatherMs: number;
  readonly mostWaiting: number;
  /** How long a commit without an answer is asked after before its callers hear that nobody knows. */
  readonly settleMs: number;
};

type Settled = PromiseSettledResult<Taken>;
const fulfilled = (value: Taken): Settled => ({ status: 'fulfilled', value });
const rejected = (reason: unknown): Settled => ({ status: 'rejected', reason });

const busy = (): Refusal =>
  new Refusal('SURVEY_BUSY', 'Too many answers arrive at once; try again in a moment.');
const notStored = (): Refusal =>
  new Refusal('DATABASE_UNAVAILABLE', 'The database does not answer; try again later.', { reason: 'lost' });
const unsettled = (): Refusal =>
  new Refusal('DATABASE_UNAVAILABLE', 'The database went away while it stored the answer; try again later.', {
    reason: 'unsettled',
  });

/** Takes envelopes in batches. `accepted` is said after the commit, and a refusal only when nothing is stored. */
export function createIntake(transactions: IntakeTransactions, options: IntakeOptions) {
  const { dialect } = transactions;

  /** After a commit without an answer: asks until the database says what became of it. */
  const settle = async (envelopes: readonly SurveyEnvelope[]): Promise<readonly Settled[]> => {
    for (const until = Date.now() + options.settleMs; Date.now() < until;) {
      try {
        const stored = await transactions.run((runner) => storedAmong(runner, dialect, envelopes));
        return envelopes.map(({ digest }) =>
          stored.has(digest) ? fulfilled('accepted') : rejected(notStored()),
        );
      } catch {
        await pause(SETTLE_PAUSE_MS);
      }
    }
    return envelopes.map(() => rejected(unsettled()));
  };

  const alone = async (envelope: SurveyEnvelope): Promise<Settled> => (await take([envelope]))[0]!;

  /** A key taken meanwhile by another process is seen by the next attempt; what stays refused is told apart alone. */
  const take = async (envelopes: readonly SurveyEnvelope[]): Promise<readonly Settled[]> => {
    let duplicates = 0;
    for (let tries = 1; ; tries += 1) {
      try {
        const outcomes = await transactions.run((runner) => takeBatch(runner, dialect, envelopes));
        return outcomes.map(fulfilled);
      } catch (fault) {
        if (fault instanceof CommitUnknown) return settle(envelopes);
        const { kind } = faultOf(fault);
        if (kind === 'duplicate') duplicates += 1;
        const again = (kind === 'retry' || (kind === 'duplicate' && duplicates < 3)) && tries < MAX_ATTEMPTS;
        const theirOwn = kind !== 'lost' && kind !== 'retry';
        if (!again && theirOwn && envelopes.length > 1) return Promise.all(envelopes.map(alone));
        if (!again) return envelopes.map(() => rejected(withoutDriverError(fault)));
        await pause(1 + Math.random() * LONGEST_PAUSE_MS * tries);
      }
    }
  };

  const batches = createBatches<SurveyEnvelope, Taken>({
    run: take,
    lanes: options.lanes,
    mostItems: options.mostInBatch,
    gatherMs: options.gatherMs,
    mostWaiting: options.mostWaiting,
    busy,
  });
  return {
    put: batches.put satisfies BallotIntake['put'],
    drain: () => batches.drain(),
  };
}
