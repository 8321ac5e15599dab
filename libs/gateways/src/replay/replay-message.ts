import type { SteppedReplay } from './stepped-replay.js';

/** What the process that replays is given: one bundle, and histories as the archive keeps them. */
export type ReplayOrder = {
  readonly code: string;
  readonly runs: readonly { readonly workflowId: string; readonly bytes: Uint8Array }[];
};
/** What it answers: for each run, in order. */
export type ReplayReport = readonly SteppedReplay[];
