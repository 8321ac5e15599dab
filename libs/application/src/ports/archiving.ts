import type { BundleHistory } from '@kaoji/domain';
import type { ArchivedRun } from './archived-runs.js';
import type { Instant } from './records.js';

/** A run that ended, as the server lists it. */
export type ClosedRun = {
  readonly workflowId: string;
  readonly runId: string;
  readonly closedAt: Instant;
};
/** What a history says of the run it is of. */
export type RunFacts = Pick<
  BundleHistory,
  | 'firstRunId'
  | 'continuedFrom'
  | 'workflowType'
  | 'deployment'
  | 'codecKeyIds'
  | 'closeStatus'
  | 'eventCount'
> & {
  readonly cycleId: string | null; // of its input
  readonly buildId: string | null; // null where no worker ever took it
  readonly sdkVersion: string | null;
};
/** `bytes`: what the archive keeps, gzip of the protobuf history. */
export type RunHistory = { readonly bytes: Uint8Array; readonly facts: RunFacts };

/** The runs that ended and that the server still has, newest first. */
export type ClosedRuns = {
  /** `page` null asks for the first; `next` null says that was the last. */
  page(page: string | null): Promise<{ readonly runs: readonly ClosedRun[]; readonly next: string | null }>;
  /** Null where the server has forgotten it since. */
  history(run: ClosedRun): Promise<RunHistory | null>;
  serverVersion(): Promise<string>;
  /** How long after its end a run is forgotten, in milliseconds. */
  retentionMs(): Promise<number>;
};

/** What is needed to run a build of the flows again. */
export type BuildFiles = {
  readonly bundle: Uint8Array;
  readonly lockFile: Uint8Array;
  readonly sdkVersion: string;
};
/** The builds of the flows whose files are still at hand. */
export type BuildShelf = {
  /** Of the process that runs them, and replays them. */
  readonly nodeVersion: string;
  /** Null where the bundle, or the lock file it was made with, is not there. */
  files(buildId: string): Promise<BuildFiles | null>;
};

/** A history to be replayed: bytes as the archive keeps them. */
export type ReplayInput = Pick<ArchivedRun, 'workflowId' | 'runId'> & { readonly bytes: Uint8Array };
/** Where a replay parted from its history. */
export type ReplayFault = {
  readonly event: number | null; // its id in the history
  readonly eventType: string | null;
  readonly reason: string;
  readonly place: string | null; // in the source of the flows
};
export type Replayer = {
  /** Replays each history under the bundle; gives the fault of each run id, null where it came out the same. */
  replay(bundle: Uint8Array, runs: readonly ReplayInput[]): Promise<ReadonlyMap<string, ReplayFault | null>>;
};
