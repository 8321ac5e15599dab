import type { SurveyPace } from '@kaoji/application';

export type PaceCounters = {
  add(row: Omit<SurveyPace, 'count'>): void;
  /** Stops the clock and writes everything. */
  close(): Promise<void>;
};

export type PaceOptions = {
  readonly everyMs: number;
  /** Fewer of a campaign are kept back, so that a row's change does not point at one resident. */
  readonly atLeast: number;
  /** So long at most. */
  readonly keptBackMs: number;
};

type Pending = { readonly since: number; readonly rows: Map<string, SurveyPace> };

const total = (rows: Iterable<SurveyPace>): number => [...rows].reduce((sum, { count }) => sum + count, 0);

/** Counts in memory and writes now and then. What could not be written is kept; a crash loses at most what is pending. */
export function createPaceCounters(
  write: (rows: readonly SurveyPace[]) => Promise<void>,
  { everyMs, atLeast, keptBackMs }: PaceOptions,
): PaceCounters {
  const campaigns = new Map<string, Pending>();
  let writing: Promise<void> = Promise.resolve();

  const add = (row: Omit<SurveyPace, 'count'>, count = 1): void => {
    const pending = campaigns.get(row.campaignId) ?? { since: Date.now(), rows: new Map() };
    const key = `${row.day} ${row.bucket}`;
    const before = pending.rows.get(key)?.count ?? 0;
    pending.rows.set(key, { ...row, count: before + count });
    campaigns.set(row.campaignId, pending);
  };
  const flush = async (everything: boolean): Promise<void> => {
    const now = Date.now();
    const rows: SurveyPace[] = [];
    for (const [campaignId, pending] of campaigns) {
      const due = total(pending.rows.values()) >= atLeast || now - pending.since >= keptBackMs;
      if (!everything && !due) continue;
      campaigns.delete(campaignId);
      rows.push(...pending.rows.values());
    }
    if (rows.length === 0) return;
    // Always in the same order: two processes add to the same rows.
    rows.sort((a, b) =>
      `${a.campaignId} ${a.day} ${a.bucket}` < `${b.campaignId} ${b.day} ${b.bucket}` ? -1 : 1,
    );
    try {
      await write(rows);
    } catch {
      for (const row of rows) add(row, row.count);
    }
  };
  const inTurn = (everything: boolean): Promise<void> => (writing = writing.then(() => flush(everything)));
  const clock = setInterval(() => void inTurn(false), everyMs);
  clock.unref();
  return {
    add: (row) => {
      add(row);
    },
    close: () => {
      clearInterval(clock);
      return inTurn(true);
    },
  };
}
