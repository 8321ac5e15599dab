import { appendOnly, index, table, uniqueIndex } from './ddl.js';
import type { Migration } from './ddl.js';

const toCycle = (name: string): string =>
  `CONSTRAINT "fk_${name}_cycle" FOREIGN KEY ("cycle_id") REFERENCES "cycle" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT`;

/** One append-only log per cycle: its entries, its signed heads, and the keys that signed them. */
export const auditLog: Migration = {
  name: 'audit-log',
  steps: [
    table(
      'log_entry',
      `"cycle_id" {id} NOT NULL,
  "leaf" {count} NOT NULL,
  "suite" {state} NOT NULL,
  "kind" {state} NOT NULL,
  "ref" {key} NOT NULL,
  "hash" {hash} NOT NULL,
  CONSTRAINT "chk_log_entry_leaf" CHECK ("leaf" >= 0),
  ${toCycle('log_entry')},
  PRIMARY KEY ("cycle_id", "leaf")`,
    ),
    uniqueIndex('uq_log_entry_ref', 'log_entry', '"cycle_id", "kind", "ref"'),
    ...appendOnly('log_entry'),
    table(
      'log_head',
      `"cycle_id" {id} NOT NULL,
  "size" {count} NOT NULL,
  "root" {hash} NOT NULL,
  "suite" {state} NOT NULL,
  "note" {text} NOT NULL,
  "frontier" {sealed} NOT NULL,
  "timestamp" {sealed},
  "at" {instant} NOT NULL,
  CONSTRAINT "chk_log_head_size" CHECK ("size" >= 1),
  ${toCycle('log_head')},
  PRIMARY KEY ("cycle_id", "size")`,
    ),
    ...appendOnly('log_head'),
    table(
      'log_key',
      `"cycle_id" {id} NOT NULL,
  "key_id" {id} NOT NULL,
  "name" {key} NOT NULL,
  "suite" {state} NOT NULL,
  "public_key" {key} NOT NULL,
  "change" {text},
  "at" {instant} NOT NULL,
  ${toCycle('log_key')},
  PRIMARY KEY ("cycle_id", "key_id")`,
    ),
    index('idx_log_key_at', 'log_key', '"cycle_id", "at"'),
    ...appendOnly('log_key'),
  ],
};
