import { appendOnly, index, table } from './ddl.js';
import type { Migration } from './ddl.js';

/** What HR sees and does on the board of a cycle; and sessions are found by account, and by when they end. */
export const cycleBoard: Migration = {
  name: 'cycle-board',
  steps: [
    table(
      'early_closing',
      `"id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "reason" {text} NOT NULL,
  "closed_by" {id} NOT NULL,
  "closed_at" {instant} NOT NULL,
  CONSTRAINT "fk_early_closing_cycle_unit" FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("id")`,
    ),
    index('idx_early_closing_unit', 'early_closing', '"cycle_id", "unit_id", "closed_at"'),
    ...appendOnly('early_closing'),
    // A task is reminded of once a day, whoever asks. Like the inbox it speaks of, it has no foreign keys.
    table(
      'task_reminder',
      `"task_id" {id} NOT NULL,
  "day" {date} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "reminded_by" {id} NOT NULL,
  "reminded_at" {instant} NOT NULL,
  PRIMARY KEY ("task_id", "day")`,
    ),
    ...appendOnly('task_reminder'),
    // What waits in a cycle, and in one unit of it, in the order of due dates; people are counted from the second alone.
    index('idx_inbox_task_cycle', 'inbox_task', '"cycle_id", "closed_at", "due_order", "id"'),
    index(
      'idx_inbox_task_unit',
      'inbox_task',
      '"cycle_id", "closed_at", "unit_id", "due_order", "id", "account_id"',
    ),
    index('idx_session_account', 'session', '"account_id"'),
    index('idx_session_expires', 'session', '"expires_at"'),
  ],
};
