import type { LogEntry } from '../../log/log-entry.js';

/** The leaves a bundle tells of, by their place in the log. All of them, or those of one appraisal. */
export type KnownLeaves = ReadonlyMap<number, LogEntry>;
