import { gunzipSync, gzipSync } from 'node:zlib';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';

// A CommonJS module: Node finds none of its names, only what it exports as a whole.
const { History: HistoryMessage } = proto.temporal.api.history.v1;
const LEVEL = 9; // written once, kept for years
const MOST_BYTES = 256 * 1024 * 1024; // the server ends a run at 50 MB of history

/**
 * A history as the archive keeps it: gzip of the protobuf message `temporal.api.history.v1.History`, the keys of maps in
 * it in order. The server writes maps in another order each time it is asked, so without that the same history would
 * have many hashes.
 */
export function historyBytes(history: History): Uint8Array {
  const message = HistoryMessage.create(history);
  sortMaps(message);
  return gzipSync(HistoryMessage.encode(message).finish(), { level: LEVEL });
}

/** The history in such bytes. Throws on others, and beyond 256 MiB. */
export function readHistoryBytes(bytes: Uint8Array): History {
  return HistoryMessage.decode(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }));
}

/** A message is of its class and is written field by field; what is a plain object is a map. */
function sortMaps(value: unknown): void {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return;
  const parts = Object.entries(value as Record<string, unknown>);
  for (const [, part] of parts) sortMaps(part);
  if (Array.isArray(value) || !isMap(value)) return;
  const sorted = parts.toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [key] of parts) delete (value as Record<string, unknown>)[key];
  for (const [key, part] of sorted) (value as Record<string, unknown>)[key] = part;
}

function isMap(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
