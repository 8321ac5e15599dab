import { LOG_KINDS } from '@kaoji/domain';
import { DECISION_SOURCES } from './decision-sources.js';
import { KEPT_SOURCES } from './kept-sources.js';
import type { LogSource } from './log-source.js';
import { RESULT_SOURCES } from './result-sources.js';

/** Every table that goes into a log, in the order of `LOG_KINDS`. */
export const LOG_SOURCES: readonly LogSource[] = LOG_KINDS.flatMap((kind) =>
  [...KEPT_SOURCES, ...RESULT_SOURCES, ...DECISION_SOURCES].filter((source) => source.kind === kind),
);
