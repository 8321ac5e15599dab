import { index, table, uniqueIndex } from './ddl.js';
import type { Migration } from './ddl.js';

/**
 * A read model: what waits for whom. It has no foreign keys, so that writing it locks no row of the tables it speaks of. A task that is done stays, closed: it
 * remembers the due date that was said. `due_order` is the due date, or the highest number, so that a page is read in the order of an index.
 */
export const inbox: Migration = {
  name: 'inbox',
  steps: [
    table(
      'inbox_source',
      `"source" {key} NOT NULL,
  "version" {instant} NOT NULL,
  PRIMARY KEY ("source")`,
    ),
    table(
      'inbox_task',
      `"id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "kind" {state} NOT NULL,
  "as" {state} NOT NULL,
  "on_behalf_of" {id},
  "source" {key} NOT NULL,
  "version" {instant} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "appraisal_id" {id},
  "step" {code},
  "verbs" {text} NOT NULL,
  "since" {instant} NOT NULL,
  "due_at" {instant},
  "due_order" {instant} NOT NULL,
  "if_nothing" {state} NOT NULL,
  "count" {count},
  "closed_at" {instant},
  CONSTRAINT "chk_inbox_task_as" CHECK ("as" IN ('self', 'deputy', 'delegate', 'superior')),
  CONSTRAINT "chk_inbox_task_if_nothing" CHECK ("if_nothing" IN ('reminded', 'superior_told', 'counts_as_missing', 'stays_open')),
  PRIMARY KEY ("id")`,
    ),
    index('idx_inbox_task_due', 'inbox_task', '"account_id", "closed_at", "due_order", "id"'),
    index('idx_inbox_task_kind', 'inbox_task', '"account_id", "closed_at", "kind", "due_order", "id"'),
    index('idx_inbox_task_source', 'inbox_task', '"source", "closed_at"'),
    table(
      'inbox_feed',
      `"account_id" {id} NOT NULL,
  "secret_hash" {hash} NOT NULL,
  "created_at" {instant} NOT NULL,
  CONSTRAINT "fk_inbox_feed_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("account_id")`,
    ),
    uniqueIndex('uq_inbox_feed_secret', 'inbox_feed', '"secret_hash"'),
    // One message to an account a day.
    table(
      'inbox_message',
      `"account_id" {id} NOT NULL,
  "day" {date} NOT NULL,
  "not_before" {instant} NOT NULL,
  "state" {state} NOT NULL,
  "problem" {code},
  CONSTRAINT "chk_inbox_message_state" CHECK ("state" IN ('waiting', 'sent', 'failed', 'not_needed')),
  CONSTRAINT "fk_inbox_message_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("account_id", "day")`,
    ),
    index('idx_inbox_message_state', 'inbox_message', '"state", "not_before"'),
  ],
};
