import { appendOnly, index, table, uniqueIndex } from './ddl.js';
import type { Migration } from './ddl.js';

const appraisal = (name: string): string =>
  `CONSTRAINT "fk_${name}_appraisal" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT`;
const SEAT = `"appraisal_id" {id} NOT NULL,
  "part" {code} NOT NULL,
  "role" {code} NOT NULL,
  "rater_id" {id} NOT NULL`;

/** Panels, who stands down in them and why, and what ties people to each other. */
export const panels: Migration = {
  name: 'panels',
  steps: [
    table(
      'panel',
      `"id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "part" {code} NOT NULL,
  "role" {code} NOT NULL,
  "members" {text} NOT NULL,
  "named_by" {id} NOT NULL,
  "named_at" {instant} NOT NULL,
  CONSTRAINT "fk_panel_cycle_unit" FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("id")`,
    ),
    uniqueIndex('uq_panel_part', 'panel', '"cycle_id", "unit_id", "part", "role"'),
    ...appendOnly('panel'),
    table(
      'panel_stand_down',
      `${SEAT},
  "cause" {state} NOT NULL,
  "reason" {text},
  "replaced_by" {id},
  "decided_by" {id},
  "decided_at" {instant} NOT NULL,
  CONSTRAINT "chk_panel_stand_down_cause" CHECK ("cause" IN ('oneself', 'relative', 'competing', 'took_part', 'recused', 'challenged', 'absent')),
  ${appraisal('panel_stand_down')},
  PRIMARY KEY ("appraisal_id", "part", "role", "rater_id")`,
    ),
    ...appendOnly('panel_stand_down'),
    table(
      'declared_interest',
      `"person_id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "kind" {state} NOT NULL,
  "declared_by" {id} NOT NULL,
  "declared_at" {instant} NOT NULL,
  CONSTRAINT "chk_declared_interest_kind" CHECK ("kind" IN ('relative', 'competing')),
  CONSTRAINT "fk_declared_interest_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_declared_interest_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("person_id", "account_id", "kind")`,
    ),
    index('idx_declared_interest_account', 'declared_interest', '"account_id"'),
    ...appendOnly('declared_interest'),
    table(
      'panel_challenge',
      `${SEAT},
  "reason" {text} NOT NULL,
  "asked_by" {id} NOT NULL,
  "asked_at" {instant} NOT NULL,
  ${appraisal('panel_challenge')},
  PRIMARY KEY ("appraisal_id", "part", "role", "rater_id")`,
    ),
    ...appendOnly('panel_challenge'),
    table(
      'panel_challenge_answer',
      `${SEAT},
  "verdict" {state} NOT NULL,
  "reason" {text} NOT NULL,
  "decided_by" {id} NOT NULL,
  "decided_at" {instant} NOT NULL,
  CONSTRAINT "chk_panel_challenge_answer_verdict" CHECK ("verdict" IN ('granted', 'refused')),
  ${appraisal('panel_challenge_answer')},
  PRIMARY KEY ("appraisal_id", "part", "role", "rater_id")`,
    ),
    ...appendOnly('panel_challenge_answer'),
  ],
};
