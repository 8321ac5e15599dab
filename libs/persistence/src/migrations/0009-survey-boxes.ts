import { appendOnly, index, refusingTrigger, table } from './ddl.js';
import type { Migration } from './ddl.js';

const TO_CAMPAIGN = `FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT`;
const TO_ACCOUNT = `FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT`;

/** A published root is not moved, and what is destroyed stays so. */
const BOX_REWRITTEN = `NEW."campaign_id" <> OLD."campaign_id" OR NEW."public_key" <> OLD."public_key" OR (OLD."root" IS NOT NULL AND (NEW."root" IS NULL OR NEW."root" <> OLD."root" OR NEW."leaves" IS NULL OR NEW."leaves" <> OLD."leaves" OR NEW."sealed_at" IS NULL OR NEW."sealed_at" <> OLD."sealed_at")) OR (OLD."destroyed_at" IS NOT NULL AND (NEW."destroyed_at" IS NULL OR NEW."destroyed_at" <> OLD."destroyed_at" OR NEW."destroyed_by" <> OLD."destroyed_by"))`;
/** A count is confirmed once; nothing else about it changes. */
const COUNT_REWRITTEN = `NEW."campaign_id" <> OLD."campaign_id" OR NEW."hash" <> OLD."hash" OR NEW."body" <> OLD."body" OR NEW."counted_at" <> OLD."counted_at" OR OLD."confirmed_at" IS NOT NULL`;

/** Ballot boxes: holders of their keys, shares, published leaves and counts. */
export const surveyBoxes: Migration = {
  name: 'survey-boxes',
  steps: [
    table(
      'survey_sheet',
      `"campaign_id" {id} NOT NULL,
  "body" {text} NOT NULL,
  CONSTRAINT "fk_survey_sheet_campaign" ${TO_CAMPAIGN},
  PRIMARY KEY ("campaign_id")`,
    ),
    table(
      'box_holder',
      `"cycle_id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "public_key" {key} NOT NULL,
  "salt" {key} NOT NULL,
  "enrolled_at" {instant} NOT NULL,
  CONSTRAINT "fk_box_holder_cycle" FOREIGN KEY ("cycle_id") REFERENCES "cycle" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_box_holder_account" ${TO_ACCOUNT},
  PRIMARY KEY ("cycle_id", "account_id")`,
    ),
    ...appendOnly('box_holder'),
    table(
      'ballot_box',
      `"campaign_id" {id} NOT NULL,
  "public_key" {key} NOT NULL,
  "root" {hash},
  "leaves" {count},
  "sealed_at" {instant},
  "destroyed_at" {instant},
  "destroyed_by" {id},
  CONSTRAINT "chk_ballot_box_sealed" CHECK (("root" IS NULL AND "leaves" IS NULL AND "sealed_at" IS NULL) OR ("root" IS NOT NULL AND "leaves" >= 0 AND "sealed_at" IS NOT NULL)),
  CONSTRAINT "chk_ballot_box_destroyed" CHECK (("destroyed_at" IS NULL AND "destroyed_by" IS NULL) OR ("destroyed_at" IS NOT NULL AND "destroyed_by" IS NOT NULL)),
  CONSTRAINT "fk_ballot_box_campaign" ${TO_CAMPAIGN},
  PRIMARY KEY ("campaign_id")`,
    ),
    refusingTrigger('ballot_box_kept', 'ballot_box', 'UPDATE', 'APPEND_ONLY', BOX_REWRITTEN),
    appendOnly('ballot_box')[1]!,
    table(
      'box_share',
      `"campaign_id" {id} NOT NULL,
  "account_id" {id} NOT NULL,
  "from_account" {id} NOT NULL,
  "sealed" {sealed} NOT NULL,
  CONSTRAINT "fk_box_share_box" FOREIGN KEY ("campaign_id") REFERENCES "ballot_box" ("campaign_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_box_share_account" ${TO_ACCOUNT},
  PRIMARY KEY ("campaign_id", "account_id", "from_account")`,
    ),
    // Shares are destroyed with their box.
    appendOnly('box_share')[0]!,
    table(
      'box_leaf',
      `"campaign_id" {id} NOT NULL,
  "position" {count} NOT NULL,
  "digest" {hash} NOT NULL,
  CONSTRAINT "chk_box_leaf_position" CHECK ("position" >= 0),
  CONSTRAINT "fk_box_leaf_box" FOREIGN KEY ("campaign_id") REFERENCES "ballot_box" ("campaign_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("campaign_id", "position")`,
    ),
    index('idx_box_leaf_digest', 'box_leaf', '"digest"'),
    ...appendOnly('box_leaf'),
    table(
      'campaign_count',
      `"campaign_id" {id} NOT NULL,
  "hash" {hash} NOT NULL,
  "body" {text} NOT NULL,
  "counted_at" {instant} NOT NULL,
  "confirmed_by" {id},
  "confirmed_at" {instant},
  CONSTRAINT "chk_campaign_count_confirmed" CHECK (("confirmed_at" IS NULL AND "confirmed_by" IS NULL) OR ("confirmed_at" IS NOT NULL AND "confirmed_by" IS NOT NULL)),
  CONSTRAINT "fk_campaign_count_campaign" ${TO_CAMPAIGN},
  PRIMARY KEY ("campaign_id")`,
    ),
    refusingTrigger('campaign_count_kept', 'campaign_count', 'UPDATE', 'APPEND_ONLY', COUNT_REWRITTEN),
    appendOnly('campaign_count')[1]!,
    table(
      'survey_handover',
      `"campaign_id" {id} NOT NULL,
  "reason" {text} NOT NULL,
  "handed_over_by" {id} NOT NULL,
  "handed_over_at" {instant} NOT NULL,
  CONSTRAINT "fk_survey_handover_campaign" ${TO_CAMPAIGN},
  PRIMARY KEY ("campaign_id")`,
    ),
    ...appendOnly('survey_handover'),
  ],
};
