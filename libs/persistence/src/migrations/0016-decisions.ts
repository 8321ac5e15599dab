import { appendOnly, dropTable, index, refusingTrigger, table, uniqueIndex } from './ddl.js';
import type { Migration, Step } from './ddl.js';

const RESTRICT = 'ON DELETE RESTRICT ON UPDATE RESTRICT';
const toCycleUnit = (from: string): string =>
  `CONSTRAINT "fk_${from}_cycle_unit" FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ${RESTRICT}`;
const to = (from: string, name: string, column: string, target: string, key = 'id'): string =>
  `CONSTRAINT "fk_${from}_${name}" FOREIGN KEY ("${column}") REFERENCES "${target}" ("${key}") ${RESTRICT}`;

/** The appraisal's own cycle is asked too, so a wrong pair cannot smuggle a rehearsal in. */
const ofRehearsal = `EXISTS (SELECT 1 FROM "cycle" c WHERE c."run" <> 'live' AND (c."id" = NEW."cycle_id" OR c."id" = (SELECT a."cycle_id" FROM "appraisal" a WHERE a."id" = NEW."appraisal_id")))`;
const ofAnother = `NOT EXISTS (SELECT 1 FROM "appraisal" a WHERE a."id" = NEW."appraisal_id" AND a."cycle_id" = NEW."cycle_id" AND a."person_id" = NEW."person_id")`;
/** What is undone is an entry of this appraisal, and no reversal itself. */
const undoesNothing = `NEW."reverses" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "entitlement_entry" e WHERE e."key" = NEW."reverses" AND e."appraisal_id" = NEW."appraisal_id" AND e."reverses" IS NULL)`;

/** Entries so far had no year and no day from which they count: the year is their cycle's. */
const carryOver = (nextYear: string): string =>
  `INSERT INTO "entitlement_entry" ("key", "cycle_id", "appraisal_id", "person_id", "year", "rule", "effect", "params", "effective_on", "confirmed_by", "entered_at") SELECT l."key", l."cycle_id", l."appraisal_id", l."person_id", c."year", l."rule", l."effect", l."params", ${nextYear}, l."confirmed_by", l."entered_at" FROM "ledger_entry" l JOIN "cycle" c ON c."id" = l."cycle_id" WHERE l."key" NOT IN (SELECT e."key" FROM "entitlement_entry" e)`;
const carryLedgerOver: Step = {
  name: 'carry-over-ledger_entry',
  sql: {
    sqlite: carryOver(`(c."year" + 1) || '-01-01'`),
    mysql: carryOver(`CONCAT(c."year" + 1, '-01-01')`).replaceAll('"', '`'),
  },
};

export const decisions: Migration = {
  name: 'decisions',
  steps: [
    table(
      'gate_document',
      `"id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "person_id" {id},
  "appraisal_id" {id},
  "record" {code} NOT NULL,
  "reference" {key} NOT NULL,
  "issued_on" {date} NOT NULL,
  "content_hash" {hash},
  "form" {state},
  "paragraph" {state},
  "until" {date},
  "withdraws" {id},
  "reason" {text},
  "recorded_by" {id} NOT NULL,
  "recorded_at" {instant} NOT NULL,
  ${toCycleUnit('gate_document')},
  ${to('gate_document', 'person', 'person_id', 'person')},
  ${to('gate_document', 'appraisal', 'appraisal_id', 'appraisal')},
  ${to('gate_document', 'withdraws', 'withdraws', 'gate_document')},
  PRIMARY KEY ("id")`,
    ),
    index('idx_gate_document_person', 'gate_document', '"person_id", "recorded_at"'),
    index('idx_gate_document_unit', 'gate_document', '"unit_id", "recorded_at"'),
    uniqueIndex('uq_gate_document_withdraws', 'gate_document', '"withdraws"'),
    ...appendOnly('gate_document'),

    table(
      'refused_attempt',
      `"id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  "rules" {text} NOT NULL,
  "missing" {text} NOT NULL,
  "code" {code} NOT NULL,
  "attempted_by" {id} NOT NULL,
  "attempted_at" {instant} NOT NULL,
  ${toCycleUnit('refused_attempt')},
  ${to('refused_attempt', 'appraisal', 'appraisal_id', 'appraisal')},
  PRIMARY KEY ("id")`,
    ),
    index('idx_refused_attempt_unit', 'refused_attempt', '"cycle_id", "unit_id", "attempted_at"'),
    ...appendOnly('refused_attempt'),

    table(
      'imported_grade',
      `"person_id" {id} NOT NULL,
  "year" {count} NOT NULL,
  "version" {count} NOT NULL,
  "result" {code} NOT NULL,
  "reference" {key} NOT NULL,
  "proven_on" {date},
  "imported_by" {id} NOT NULL,
  "imported_at" {instant} NOT NULL,
  CONSTRAINT "chk_imported_grade_version" CHECK ("version" >= 1),
  ${to('imported_grade', 'person', 'person_id', 'person')},
  PRIMARY KEY ("person_id", "year", "version")`,
    ),
    ...appendOnly('imported_grade'),

    table(
      'entitlement_entry',
      `"key" {key} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  "person_id" {id} NOT NULL,
  "year" {count} NOT NULL,
  "rule" {code} NOT NULL,
  "clause" {key},
  "effect" {code} NOT NULL,
  "params" {text} NOT NULL,
  "effective_on" {date} NOT NULL,
  "reverses" {key},
  "because" {id},
  "confirmed_by" {id} NOT NULL,
  "entered_at" {instant} NOT NULL,
  ${to('entitlement_entry', 'cycle', 'cycle_id', 'cycle')},
  ${to('entitlement_entry', 'appraisal', 'appraisal_id', 'appraisal')},
  ${to('entitlement_entry', 'person', 'person_id', 'person')},
  ${to('entitlement_entry', 'reverses', 'reverses', 'entitlement_entry', 'key')},
  PRIMARY KEY ("key")`,
    ),
    index('idx_entitlement_entry_person', 'entitlement_entry', '"person_id", "entered_at"'),
    index('idx_entitlement_entry_cycle', 'entitlement_entry', '"cycle_id", "entered_at"'),
    uniqueIndex('uq_entitlement_entry_reverses', 'entitlement_entry', '"reverses"'),
    ...appendOnly('entitlement_entry'),
    refusingTrigger(
      'entitlement_entry_live_only',
      'entitlement_entry',
      'INSERT',
      'LEDGER_REHEARSAL',
      ofRehearsal,
    ),
    refusingTrigger(
      'entitlement_entry_own_appraisal',
      'entitlement_entry',
      'INSERT',
      'LEDGER_MISMATCH',
      `NOT ${ofRehearsal} AND ${ofAnother}`,
    ),
    refusingTrigger(
      'entitlement_entry_reversal',
      'entitlement_entry',
      'INSERT',
      'LEDGER_REVERSAL',
      undoesNothing,
    ),
    carryLedgerOver,
    dropTable('ledger_entry'),

    table(
      'payroll_export',
      `"id" {id} NOT NULL,
  "area_id" {id} NOT NULL,
  "from_day" {date} NOT NULL,
  "to_day" {date} NOT NULL,
  "format" {state} NOT NULL,
  "entries" {count} NOT NULL,
  "content_hash" {hash} NOT NULL,
  "exported_by" {id} NOT NULL,
  "exported_at" {instant} NOT NULL,
  CONSTRAINT "chk_payroll_export_format" CHECK ("format" IN ('csv', 'xlsx')),
  CONSTRAINT "chk_payroll_export_entries" CHECK ("entries" >= 0),
  ${to('payroll_export', 'area', 'area_id', 'area')},
  PRIMARY KEY ("id")`,
    ),
    index('idx_payroll_export_area', 'payroll_export', '"area_id", "exported_at"'),
    ...appendOnly('payroll_export'),

    table(
      'improvement_plan',
      `"id" {id} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "person_id" {id} NOT NULL,
  "rule" {code},
  "steps" {text} NOT NULL,
  "followed_by" {id} NOT NULL,
  "due_at" {instant} NOT NULL,
  "set_by" {id} NOT NULL,
  "set_at" {instant} NOT NULL,
  ${toCycleUnit('improvement_plan')},
  ${to('improvement_plan', 'appraisal', 'appraisal_id', 'appraisal')},
  ${to('improvement_plan', 'person', 'person_id', 'person')},
  PRIMARY KEY ("id")`,
    ),
    index('idx_improvement_plan_appraisal', 'improvement_plan', '"appraisal_id", "set_at"'),
    ...appendOnly('improvement_plan'),

    table(
      'plan_act',
      `"plan_id" {id} NOT NULL,
  "step" {count} NOT NULL,
  "outcome" {state} NOT NULL,
  "note" {text} NOT NULL,
  "acted_by" {id} NOT NULL,
  "acted_at" {instant} NOT NULL,
  CONSTRAINT "chk_plan_act_outcome" CHECK (("step" >= 0 AND "outcome" = 'done') OR ("step" = -1 AND "outcome" IN ('met', 'not_met'))),
  CONSTRAINT "chk_plan_act_step" CHECK ("step" >= -1),
  ${to('plan_act', 'plan', 'plan_id', 'improvement_plan')},
  PRIMARY KEY ("plan_id", "step")`,
    ),
    ...appendOnly('plan_act'),

    table(
      'talk',
      `"id" {id} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  "kind" {state} NOT NULL,
  "held_on" {date} NOT NULL,
  "held_by" {id} NOT NULL,
  "summary" {text} NOT NULL,
  "reply" {text},
  "recorded_by" {id} NOT NULL,
  "recorded_at" {instant} NOT NULL,
  CONSTRAINT "chk_talk_kind" CHECK ("kind" IN ('reminder', 'admonition', 'feedback')),
  ${to('talk', 'appraisal', 'appraisal_id', 'appraisal')},
  PRIMARY KEY ("id")`,
    ),
    index('idx_talk_appraisal', 'talk', '"appraisal_id", "held_on"'),
    ...appendOnly('talk'),
  ],
};
