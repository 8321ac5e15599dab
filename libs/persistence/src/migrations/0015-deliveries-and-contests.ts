import { appendOnly, bringBack, index, onServer, onSqlite, setAside, table } from './ddl.js';
import type { Migration } from './ddl.js';

const ROLE = `"role" IN ('hr_officer', 'supervisor', 'superior', 'panel_member', 'peer', 'appraisee', 'reviewer', 'auditor', 'operator')`;

/** Written results reach people, who may contest them; those who hear a contest hold a role of their own. */
export const deliveriesAndContests: Migration = {
  name: 'deliveries-and-contests',
  steps: [
    ...setAside('account_grant'),
    onServer(
      'alter-account_grant',
      `ALTER TABLE "account_grant"
  DROP CONSTRAINT "chk_account_grant_role",
  ADD CONSTRAINT "chk_account_grant_role" CHECK (${ROLE})`,
    ),
    ...bringBack(
      'account_grant',
      `"account_id" {id} NOT NULL,
  "role" {state} NOT NULL,
  "area_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  CONSTRAINT "chk_account_grant_role" CHECK (${ROLE}),
  CONSTRAINT "fk_account_grant_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_account_grant_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("account_id", "role", "area_id", "unit_id")`,
      {
        account_id: '"account_id"',
        role: '"role"',
        area_id: '"area_id"',
        unit_id: '"unit_id"',
      },
    ),
    onSqlite(
      'create-idx_account_grant_scope',
      `CREATE INDEX "idx_account_grant_scope" ON "account_grant" ("area_id", "role", "unit_id")`,
    ),
    table(
      'written_result',
      `"appraisal_id" {id} NOT NULL,
  "document" {state} NOT NULL,
  "result_hash" {hash} NOT NULL,
  "approved_by" {id} NOT NULL,
  "written_at" {instant} NOT NULL,
  "due_at" {instant} NOT NULL,
  CONSTRAINT "chk_written_result_document" CHECK ("document" IN ('result', 'later_result', 'review', 'appeal')),
  CONSTRAINT "fk_written_result_appraisal" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("appraisal_id", "document")`,
    ),
    ...appendOnly('written_result'),
    table(
      'delivery',
      `"appraisal_id" {id} NOT NULL,
  "document" {state} NOT NULL,
  "way" {state} NOT NULL,
  "delivered_by" {id} NOT NULL,
  "witnesses" {text} NOT NULL,
  "reference" {key},
  "delivered_at" {instant} NOT NULL,
  "contest_until" {instant},
  CONSTRAINT "chk_delivery_document" CHECK ("document" IN ('result', 'later_result', 'review', 'appeal')),
  CONSTRAINT "chk_delivery_way" CHECK ("way" IN ('received', 'signed', 'handed_over', 'refused_witnessed', 'posted')),
  CONSTRAINT "chk_delivery_reference" CHECK ("way" <> 'posted' OR "reference" IS NOT NULL),
  CONSTRAINT "fk_delivery_written_result" FOREIGN KEY ("appraisal_id", "document") REFERENCES "written_result" ("appraisal_id", "document") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("appraisal_id", "document")`,
    ),
    ...appendOnly('delivery'),
    table(
      'contest_event',
      `"contest_id" {id} NOT NULL,
  "seq" {count} NOT NULL,
  "actor" {id},
  "happened_at" {instant} NOT NULL,
  "body" {text} NOT NULL,
  CONSTRAINT "chk_contest_event_seq" CHECK ("seq" >= 1),
  CONSTRAINT "fk_contest_event_contest" FOREIGN KEY ("contest_id") REFERENCES "contest" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("contest_id", "seq")`,
    ),
    ...appendOnly('contest_event'),
    table(
      'kin',
      `"person_id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "recorded_by" {id} NOT NULL,
  "recorded_at" {instant} NOT NULL,
  CONSTRAINT "fk_kin_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_kin_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("person_id", "account_id")`,
    ),
    index('idx_kin_account', 'kin', '"account_id"'),
    ...appendOnly('kin'),
  ],
};
