import type { LogHead, LogKeyRow, NumberedEntry } from '@kaoji/application';
import { count, hash, id, instant, key, optional, primary, sealed, state, text } from './columns.js';
import { defineTable, reference } from './define-table.js';

const toCycle = reference('cycle', ['cycleId'], 'cycle');

export type LogEntryRow = NumberedEntry & { readonly cycleId: string };
export const logEntryTable = defineTable<LogEntryRow>(
  'log_entry',
  {
    cycleId: primary(id()),
    leaf: primary(count()),
    suite: state(),
    kind: state(),
    ref: key(),
    hash: hash(),
  },
  { uniques: { uq_log_entry_ref: ['cycleId', 'kind', 'ref'] }, checks: ['leaf'], references: [toCycle] },
);

/** `timestamp` is base64url here. */
export type LogHeadRow = Omit<LogHead, 'timestamp'> & { readonly timestamp: string | null };
export const logHeadTable = defineTable<LogHeadRow>(
  'log_head',
  {
    cycleId: primary(id()),
    size: primary(count()),
    root: hash(),
    suite: state(),
    note: text(),
    frontier: sealed(),
    timestamp: optional(sealed()),
    at: instant(),
  },
  { checks: ['size'], references: [toCycle] },
);

export const logKeyTable = defineTable<LogKeyRow>(
  'log_key',
  {
    cycleId: primary(id()),
    keyId: primary(id()),
    name: key(),
    suite: state(),
    publicKey: key(),
    change: optional(text()),
    at: instant(),
  },
  { indexes: { idx_log_key_at: ['cycleId', 'at'] }, references: [toCycle] },
);
