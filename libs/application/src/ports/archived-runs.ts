import type { BundleHistory } from '@kaoji/domain';
import type { Instant } from './records.js';
import type { SuiteId } from './suite.js';

/** A closed run in the archive: what its history says of itself, and where its bytes lie. */
export type ArchivedRun = Omit<BundleHistory, 'entry'> & {
  readonly cycleId: string;
  readonly suite: SuiteId;
  readonly hash: string; // `<algorithm>:<hex>` of the bytes kept: gzip of the protobuf history
  readonly size: number; // of those bytes
  readonly objectName: string; // in the ArchiveStore
  readonly closedAt: Instant;
  readonly archivedAt: Instant;
  readonly verdict: 'replayed' | 'failed'; // of the one replay before it is trusted
  readonly fault: string | null; // of a failed replay: the event and the code place
};
/** A build of the flows in the archive: the bundle, its lock file and the recipe, each by hash and name. */
export type ArchivedBuild = {
  readonly buildId: string;
  readonly suite: SuiteId;
  readonly bundle: ArchivedFile;
  readonly lockFile: ArchivedFile;
  readonly recipe: ArchivedFile;
  readonly archivedAt: Instant;
};
export type ArchivedFile = { readonly hash: string; readonly objectName: string; readonly size: number };

export type ArchivedRunStore = {
  insert(run: ArchivedRun): Promise<'archived' | 'already'>;
  /** Which of these run ids are archived. */
  known(runIds: readonly string[]): Promise<ReadonlySet<string>>;
  ofCycle(cycleId: string): Promise<readonly ArchivedRun[]>;
  ofWorkflow(workflowId: string): Promise<readonly ArchivedRun[]>;
  failed(): Promise<readonly ArchivedRun[]>;
  insertBuild(build: ArchivedBuild): Promise<'archived' | 'already'>;
  builds(buildIds: readonly string[]): Promise<readonly ArchivedBuild[]>;
};
