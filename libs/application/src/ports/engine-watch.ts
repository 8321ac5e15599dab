import type { Instant } from './records.js';

/** A queue of the engine: what waits in it, and who takes from it. */
export type EngineQueue = {
  readonly name: string;
  readonly kind: 'workflow' | 'activity';
  readonly waiting: number; // roughly, as the engine says it
  readonly oldestWaitMs: number;
  readonly workers: number; // processes that asked for tasks lately
  readonly builds: readonly string[]; // the code those run
};
export type FailedFlow = {
  readonly workflowId: string;
  readonly runId: string;
  readonly status: 'failed' | 'timed_out' | 'terminated';
  readonly closedAt: Instant;
};
export type EngineState = {
  readonly version: string;
  readonly namespace: string;
  readonly running: number;
  readonly failed: number;
  readonly failures: readonly FailedFlow[]; // the latest
  readonly queues: readonly EngineQueue[];
};

/** What an operator asks of the engine. Throws TEMPORAL_UNAVAILABLE when it does not answer. */
export type EngineWatch = { readonly sdkVersion: string; state(): Promise<EngineState> };
