import type { LogRoot } from '../ports/log.js';
import type { Stores } from '../ports/stores.js';
import { logOrigin } from './log-origin.js';

/** The root of the latest head; null while nothing is signed. */
export async function latestLogRoot({ log }: Pick<Stores, 'log'>, cycleId: string): Promise<LogRoot | null> {
  const head = await log.latestHead(cycleId);
  return head === null ? null : { origin: logOrigin(cycleId), size: head.size, root: head.root };
}
