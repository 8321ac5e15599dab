import { appendOnly, onServer, refusingTrigger, table } from './ddl.js';
import type { Migration } from './ddl.js';

/**
 * A key per person, stored just before the person whose name it seals, and who had which destroyed. Sealed names are longer than names; SQLite does not enforce the length
 * of a column, so there the old one stays.
 */
export const personKeys: Migration = {
  name: 'person-keys',
  steps: [
    table(
      'person_key',
      `"person_id" {id} NOT NULL,
  "suite" {state} NOT NULL,
  "master_key_id" {id} NOT NULL,
  "wrapped" {sealed},
  "destroyed_at" {instant},
  "destroyed_by" {id},
  "clause" {text},
  CONSTRAINT "chk_person_key_destroyed" CHECK (("wrapped" IS NULL) = ("destroyed_at" IS NOT NULL)),
  PRIMARY KEY ("person_id")`,
    ),
    refusingTrigger('person_key_no_delete', 'person_key', 'DELETE', 'APPEND_ONLY'),
    refusingTrigger(
      'person_key_stays_destroyed',
      'person_key',
      'UPDATE',
      'APPEND_ONLY',
      'OLD."destroyed_at" IS NOT NULL',
    ),
    table(
      'erasure',
      `"person_id" {id} NOT NULL,
  "erased_by" {id} NOT NULL,
  "clause" {text} NOT NULL,
  "erased_at" {instant} NOT NULL,
  CONSTRAINT "fk_erasure_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("person_id")`,
    ),
    ...appendOnly('erasure'),
    onServer(
      'widen-person-names',
      `ALTER TABLE "person" MODIFY "name" varchar(512) NOT NULL, MODIFY "phone" varchar(512)`,
    ),
  ],
};
