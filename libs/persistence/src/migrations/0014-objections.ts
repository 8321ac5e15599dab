import { appendOnly, index, refusingTrigger, table, uniqueIndex } from './ddl.js';
import type { Migration } from './ddl.js';

const TO_UNIT = `FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT`;
const TO_APPRAISAL = `REFERENCES "appraisal" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT`;
/** Only the end of the period, which takes the names away, and what came of it, each once. */
const NOTICE_REWRITTEN = `NEW."id" <> OLD."id" OR NEW."cycle_id" <> OLD."cycle_id" OR NEW."unit_id" <> OLD."unit_id" OR NEW."round" <> OLD."round" OR NEW."entries" <> OLD."entries" OR NEW."standing" <> OLD."standing" OR NEW."public_key" <> OLD."public_key" OR NEW."starts_at" <> OLD."starts_at" OR NEW."ends_at" <> OLD."ends_at" OR (NEW."body" <> OLD."body" AND NEW."body" <> '') OR (OLD."ended_at" IS NOT NULL AND (NEW."ended_at" IS NULL OR NEW."ended_at" <> OLD."ended_at")) OR (OLD."outcome" IS NOT NULL AND (NEW."outcome" IS NULL OR NEW."outcome" <> OLD."outcome"))`;
/** Whoever ends a notice changes its row first, so an objection comes before the end or is refused. */
const NOTICE_ENDED = `NOT EXISTS (SELECT 1 FROM "notice_page" n WHERE n."id" = NEW."notice_id" AND n."ended_at" IS NULL {locked})`;

/** Public notices as pages, objections to them, their answers, and what an upheld one re-opened. */
export const objections: Migration = {
  name: 'objections',
  steps: [
    table(
      'notice_page',
      `"id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "round" {count} NOT NULL,
  "body" {text} NOT NULL,
  "entries" {text} NOT NULL,
  "standing" {text} NOT NULL,
  "public_key" {key} NOT NULL,
  "starts_at" {instant} NOT NULL,
  "ends_at" {instant} NOT NULL,
  "ended_at" {instant},
  "outcome" {state},
  CONSTRAINT "chk_notice_page_period" CHECK ("ends_at" >= "starts_at" AND ("ended_at" IS NULL OR "ended_at" >= "ends_at")),
  CONSTRAINT "chk_notice_page_outcome" CHECK ("outcome" IS NULL OR ("outcome" IN ('final', 'reopened') AND "ended_at" IS NOT NULL)),
  CONSTRAINT "chk_notice_page_round" CHECK ("round" >= 1),
  CONSTRAINT "fk_notice_page_cycle_unit" ${TO_UNIT},
  PRIMARY KEY ("id")`,
    ),
    uniqueIndex('uq_notice_page_round', 'notice_page', '"cycle_id", "unit_id", "round"'),
    index('idx_notice_page_outcome', 'notice_page', '"outcome", "id"'),
    refusingTrigger('notice_page_kept', 'notice_page', 'UPDATE', 'APPEND_ONLY', NOTICE_REWRITTEN),
    appendOnly('notice_page')[1]!,
    table(
      'objection',
      `"id" {id} NOT NULL,
  "notice_id" {id} NOT NULL,
  "about" {id},
  "sealed" {sealed} NOT NULL,
  "received_at" {instant} NOT NULL,
  "channel" {state} NOT NULL DEFAULT 'link',
  "recorded_by" {id},
  CONSTRAINT "chk_objection_channel" CHECK (("channel" = 'link' AND "recorded_by" IS NULL) OR ("channel" = 'in_person' AND "recorded_by" IS NOT NULL)),
  CONSTRAINT "fk_objection_notice" FOREIGN KEY ("notice_id") REFERENCES "notice_page" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_objection_appraisal" FOREIGN KEY ("about") ${TO_APPRAISAL},
  PRIMARY KEY ("id")`,
    ),
    index('idx_objection_notice', 'objection', '"notice_id", "received_at", "id"'),
    refusingTrigger('objection_in_time', 'objection', 'INSERT', 'NOTICE_OVER', NOTICE_ENDED),
    ...appendOnly('objection'),
    table(
      'objection_answer',
      `"objection_id" {id} NOT NULL,
  "verdict" {state} NOT NULL,
  "reason" {text} NOT NULL,
  "touch" {state},
  "touched" {text} NOT NULL,
  "answered_by" {id} NOT NULL,
  "answered_at" {instant} NOT NULL,
  CONSTRAINT "chk_objection_answer_verdict" CHECK (("verdict" = 'dismissed' AND "touch" IS NULL) OR ("verdict" = 'upheld' AND "touch" IN ('evidence', 'quota_line'))),
  CONSTRAINT "fk_objection_answer_objection" FOREIGN KEY ("objection_id") REFERENCES "objection" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("objection_id")`,
    ),
    ...appendOnly('objection_answer'),
    table(
      'reopened_appraisal',
      `"cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "round" {count} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  CONSTRAINT "chk_reopened_appraisal_round" CHECK ("round" >= 1),
  CONSTRAINT "fk_reopened_appraisal_cycle_unit" ${TO_UNIT},
  CONSTRAINT "fk_reopened_appraisal_appraisal" FOREIGN KEY ("appraisal_id") ${TO_APPRAISAL},
  PRIMARY KEY ("cycle_id", "unit_id", "round", "appraisal_id")`,
    ),
    ...appendOnly('reopened_appraisal'),
  ],
};
