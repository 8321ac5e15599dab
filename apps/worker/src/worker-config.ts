import type { loadConfig, workerVariables } from '@kaoji/config';

export type WorkerConfig = ReturnType<typeof loadConfig<typeof workerVariables>>;

/** Names of what Nest hands out here; plain values and adapters have no class to go by. */
export const CONFIG = Symbol('config');
export const DATABASE = Symbol('database');
export const TEMPORAL_CLIENT = Symbol('temporal client');
