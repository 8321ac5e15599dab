import { appendOnly, table } from './ddl.js';
import type { Migration } from './ddl.js';

export const acknowledgedCases: Migration = {
  name: 'acknowledged-cases',
  steps: [
    table(
      'acknowledged_case',
      `"cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "round" {count} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  "reason" {text} NOT NULL,
  "acknowledged_by" {id} NOT NULL,
  CONSTRAINT "chk_acknowledged_case_round" CHECK ("round" >= 0),
  CONSTRAINT "fk_acknowledged_case_cycle_unit" FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_acknowledged_case_appraisal" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("cycle_id", "unit_id", "round", "appraisal_id")`,
    ),
    ...appendOnly('acknowledged_case'),
  ],
};
