import { appendOnly, table } from './ddl.js';
import type { Migration } from './ddl.js';

/** What a unit's list was decided from besides the evidence about its people, so that it can be decided again. */
export const sealedUnits: Migration = {
  name: 'sealed-units',
  steps: [
    table(
      'sealed_unit',
      `"cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "round" {count} NOT NULL,
  "hash" {hash} NOT NULL,
  "body" {text} NOT NULL,
  "sealed_at" {instant} NOT NULL,
  CONSTRAINT "chk_sealed_unit_round" CHECK ("round" >= 1),
  CONSTRAINT "fk_sealed_unit_cycle_unit" FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("cycle_id", "unit_id", "round")`,
    ),
    ...appendOnly('sealed_unit'),
  ],
};
