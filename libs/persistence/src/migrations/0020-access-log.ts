import { appendOnly, index, table } from './ddl.js';
import type { Migration } from './ddl.js';

/** Who looked at what. Ids are in the order of time, so a page of the newest is a walk back over an index. */
export const accessLog: Migration = {
  name: 'access-log',
  steps: [
    table(
      'access_log',
      `"id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "role" {state} NOT NULL,
  "permission" {code} NOT NULL,
  "endpoint" {code} NOT NULL,
  "cycle_id" {id},
  "subject" {id},
  "at" {instant} NOT NULL,
  CONSTRAINT "fk_access_log_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("id")`,
    ),
    index('idx_access_log_cycle', 'access_log', '"cycle_id", "id"'),
    index('idx_access_log_subject', 'access_log', '"cycle_id", "subject", "id"'),
    ...appendOnly('access_log'),
  ],
};
