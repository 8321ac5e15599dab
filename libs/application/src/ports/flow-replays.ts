import type { FlowEvent, FlowTurn, ToldFlow } from '@kaoji/domain/story';

/** A history as it is kept: the server's own JSON export, or the archive's gzip of its protobuf. */
export type KeptHistory =
  | { readonly form: 'json'; readonly text: string }
  | { readonly form: 'gzip_protobuf'; readonly bytes: Uint8Array };
export type KeptRun = {
  readonly workflowId: string;
  readonly runId: string | null; // null: as its history says
  readonly history: KeptHistory;
};
/** A run with its events, and after every turn the state its own query answered. */
export type ReplayedRun = Pick<ToldFlow, 'workflowId' | 'runId' | 'replay' | 'fault'> & {
  readonly events: readonly FlowEvent[];
  readonly turns: readonly FlowTurn[];
};
export type FlowReplays = {
  /**
   * Replays each run under the code of the build that made it; one whose code is not there is read and not replayed.
   * A replay that does not end is `different` and says so. Throws on a history that cannot be read.
   */
  replay(
    runs: readonly KeptRun[],
    codeOf: (buildId: string) => Promise<string | null>,
  ): Promise<readonly ReplayedRun[]>;
};
/** The code of each build of the flows, wherever it is kept; null where it is not. */
export type FlowCode = { readonly of: (buildId: string) => Promise<string | null> };
