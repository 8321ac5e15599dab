export { readEvents } from './read-events.js';
export { replayFault } from './replay-fault.js';
export type { ReplayFault } from './replay-fault.js';
export { steppedReplay } from './stepped-replay.js';
export type { SteppedReplay } from './stepped-replay.js';
export { steppedWorker } from './stepped-worker.js';
export type { SteppedTurn } from './stepped-worker.js';
export { createReplayer } from './replayer.js';
export { historyBytes, readHistoryBytes } from '../temporal/archive/history-bytes.js';
