import type { ArchiveStore } from '../ports/archive.js';
import type { BuildShelf, ClosedRuns, Replayer } from '../ports/archiving.js';
import type { Clock } from '../ports/gateways.js';
import type { Transactions } from '../ports/stores.js';
import type { Suite } from '../ports/suite.js';

/** What the archive must be told of at once, by ids only. */
export type ArchiveAlarm =
  | {
      readonly kind: 'replay_failed';
      readonly workflowId: string;
      readonly runId: string;
      readonly fault: string;
    }
  | { readonly kind: 'build_missing'; readonly buildId: string; readonly runs: number }
  | { readonly kind: 'conflict'; readonly objectName: string };

/** What finding the gaps needs. */
export type GapDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly closedRuns: Pick<ClosedRuns, 'page' | 'retentionMs'>;
};
/** What the sweep needs. */
export type ArchiveDeps = Pick<GapDeps, 'transactions' | 'clock'> & {
  readonly closedRuns: ClosedRuns;
  readonly archive: ArchiveStore;
  readonly suiteOfArea: (areaId: string) => Suite;
  readonly builds: BuildShelf;
  readonly replayer: Replayer;
  readonly alarm: (alarm: ArchiveAlarm) => void;
};
