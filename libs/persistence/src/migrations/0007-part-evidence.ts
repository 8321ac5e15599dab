import { appendOnly, table } from './ddl.js';
import type { Migration } from './ddl.js';

export const partEvidence: Migration = {
  name: 'part-evidence',
  steps: [
    table(
      'part_evidence',
      `"appraisal_id" {id} NOT NULL,
  "part" {code} NOT NULL,
  "evidence" {text} NOT NULL,
  "version" {count} NOT NULL,
  "recorded_by" {id} NOT NULL,
  "recorded_at" {instant} NOT NULL,
  CONSTRAINT "chk_part_evidence_version" CHECK ("version" >= 1),
  CONSTRAINT "fk_part_evidence_appraisal" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("appraisal_id", "part", "version")`,
    ),
    ...appendOnly('part_evidence'),
  ],
};
