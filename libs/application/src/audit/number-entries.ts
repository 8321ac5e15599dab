import { canonicalJson, HASH_OF_SUITE, type LogEntry } from '@kaoji/domain';
import { hashTextOf } from '../archive/archive-object.js';
import type { LogHead, PendingItem } from '../ports/log.js';
import { SUITE_IDS, type Suite } from '../ports/suite.js';
import type { LogDeps } from './log-deps.js';
import { presentKey } from './present-key.js';
import { signHead } from './sign-head.js';

/** Rows in one transaction: others wait at most so long for the cycle, and a crash loses at most so many. */
const BATCH = 1_000;

export type NumberedLog = {
  readonly added: number;
  readonly size: number;
  readonly head: LogHead | null; // null for a log without entries
  readonly stampFault: string | null; // code, where an authority is configured and did not stamp
};

/**
 * Brings the log of a cycle up to date: whatever was decided, sealed or archived since gets its number, and the new head
 * is signed, kept and given to the witness. Killed at any point and run again, or run twice at once, it ends the same:
 * an item has one number. Refuses `NOT_FOUND`, `LOG_KEY_MISSING`, `LOG_HEAD_DAMAGED`.
 */
export async function numberEntries(deps: LogDeps, cycleId: string): Promise<NumberedLog> {
  let added = 0;
  for (;;) {
    const batch = await deps.transactions.run((stores) => numberBatch(stores, deps, cycleId));
    added += batch;
    if (batch < BATCH) break;
  }
  const { head, stampFault } = await signHead(deps, cycleId);
  return { added, size: head?.size ?? 0, head, stampFault };
}

async function numberBatch(
  stores: Parameters<Parameters<LogDeps['transactions']['run']>[0]>[0],
  deps: LogDeps,
  cycleId: string,
): Promise<number> {
  const size = await stores.log.lock(cycleId);
  const key = await presentKey(stores, deps, cycleId);
  const suite = deps.suites(key.suite);
  if (suite === null) throw new RangeError(`number entries: no suite ${key.suite}`);
  const pending = await stores.log.pending(cycleId, BATCH);
  const entries = pending.map((item, at) => ({ ...entryOf(item, suite), leaf: size + at }));
  if (entries.length > 0) await stores.log.append(cycleId, entries);
  return entries.length;
}

/** What the log holds of an item: its hash by the log's suite, or, of what is kept as bytes, by the one it was kept with. */
export function entryOf(item: PendingItem, suite: Suite): LogEntry {
  const { kind, ref } = item;
  if ('hash' in item) {
    const kept = SUITE_IDS.find((id) => item.hash.startsWith(`${HASH_OF_SUITE[id]}:`));
    return { suite: kept ?? suite.id, kind, ref, hash: item.hash };
  }
  const bytes = Buffer.from(canonicalJson(item.value), 'utf8');
  return { suite: suite.id, kind, ref, hash: hashTextOf(suite, bytes) };
}
