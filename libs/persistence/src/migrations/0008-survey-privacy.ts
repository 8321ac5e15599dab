import {
  appendOnly,
  bringBack,
  dropTable,
  onServer,
  onSqlite,
  refusingTrigger,
  setAside,
  table,
  uniqueIndex,
} from './ddl.js';
import type { Migration } from './ddl.js';

const CAMPAIGN_STATE = `"state" IN ('planned', 'open', 'extended', 'sealed', 'counted', 'closed_valid', 'closed_to_panel')`;
const PANEL_REASON = `"panel_reason" IS NULL OR ("state" = 'closed_to_panel' AND "panel_reason" IN ('sample_not_valid', 'box_not_opened'))`;
const CHANNEL = `"channel" IN ('sms', 'wechat', 'email', 'slip', 'handed', 'assisted')`;
const TALLY_COUNTS = `"issued" >= 0 AND "valid" >= 0 AND "satisfied" >= 0 AND "ordinary" >= 0 AND "assisted" >= 0 AND "satisfied" <= "valid" AND "ordinary" <= "valid" AND "assisted" <= "valid" AND ("population" IS NULL OR "population" >= 0)`;
const HOURS = Array.from({ length: 24 }, (_, hour) => `'h${String(hour).padStart(2, '0')}'`).join(', ');
const BUCKET = `"bucket" IN (${HOURS}, 'under_15s', 'under_60s', 'over_60s', 'unknown')`;
const TO_QUESTIONNAIRE = `FOREIGN KEY ("questionnaire_hash") REFERENCES "questionnaire" ("hash") ON DELETE RESTRICT ON UPDATE RESTRICT`;
const NOT_TAKEN = `NOT EXISTS (SELECT 1 FROM "campaign" c JOIN "survey_link" l ON l."campaign_id" = c."id" WHERE c."id" = NEW."campaign_id" AND c."state" IN ('open', 'extended') AND l."link_hash" = NEW."link_hash" AND l."state" = 'issued' {locked})`;
/** Until now a campaign went to the panel for one reason only. */
const EARLIER_REASON = `CASE WHEN "state" = 'closed_to_panel' THEN 'sample_not_valid' END`;

/**
 * Answers are sealed from here on. Those stored so far are readable, and without a box there is nothing to
 * seal them to: they are destroyed, and their links can answer again while their campaign is open. Tallies of
 * campaigns that were counted stay. There were rehearsals only.
 */
export const surveyPrivacy: Migration = {
  name: 'survey-privacy',
  steps: [
    dropTable('survey_envelope'),
    ...setAside('survey_tally'),
    ...setAside('survey_link'),
    ...setAside('campaign'),
    table(
      'questionnaire',
      `"hash" {hash} NOT NULL,
  "body" {text} NOT NULL,
  "adopted_at" {instant} NOT NULL,
  PRIMARY KEY ("hash")`,
    ),
    ...appendOnly('questionnaire'),
    table(
      'cycle_questionnaire',
      `"cycle_id" {id} NOT NULL,
  "questionnaire_hash" {hash} NOT NULL,
  CONSTRAINT "fk_cycle_questionnaire_cycle" FOREIGN KEY ("cycle_id") REFERENCES "cycle" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_cycle_questionnaire_questionnaire" ${TO_QUESTIONNAIRE},
  PRIMARY KEY ("cycle_id")`,
    ),

    onServer(
      'alter-campaign',
      `ALTER TABLE "campaign"
  ADD COLUMN "questionnaire_hash" {hash} NULL AFTER "extensions",
  ADD COLUMN "panel_reason" {state} NULL AFTER "questionnaire_hash",
  DROP CONSTRAINT "chk_campaign_state",
  ADD CONSTRAINT "chk_campaign_state" CHECK (${CAMPAIGN_STATE}),
  ADD CONSTRAINT "chk_campaign_panel_reason" CHECK (${PANEL_REASON}),
  ADD CONSTRAINT "fk_campaign_questionnaire" ${TO_QUESTIONNAIRE}`,
    ),
    onServer('reason-campaign', `UPDATE "campaign" SET "panel_reason" = ${EARLIER_REASON}`),
    ...bringBack(
      'campaign',
      `"id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "unit_id" {id} NOT NULL,
  "community_id" {id} NOT NULL,
  "state" {state} NOT NULL,
  "opens_at" {instant},
  "closes_at" {instant},
  "extensions" {count} NOT NULL,
  "questionnaire_hash" {hash},
  "panel_reason" {state},
  "version" {count} NOT NULL,
  CONSTRAINT "chk_campaign_state" CHECK (${CAMPAIGN_STATE}),
  CONSTRAINT "chk_campaign_panel_reason" CHECK (${PANEL_REASON}),
  CONSTRAINT "chk_campaign_counts" CHECK ("extensions" >= 0 AND "version" >= 0),
  CONSTRAINT "fk_campaign_cycle_unit" FOREIGN KEY ("cycle_id", "unit_id") REFERENCES "cycle_unit" ("cycle_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_campaign_community" FOREIGN KEY ("community_id") REFERENCES "community" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_campaign_questionnaire" ${TO_QUESTIONNAIRE},
  PRIMARY KEY ("id")`,
      {
        id: '"id"',
        cycle_id: '"cycle_id"',
        unit_id: '"unit_id"',
        community_id: '"community_id"',
        state: '"state"',
        opens_at: '"opens_at"',
        closes_at: '"closes_at"',
        extensions: '"extensions"',
        panel_reason: EARLIER_REASON,
        version: '"version"',
      },
    ),
    onSqlite(
      'renew-idx_campaign_unit',
      'CREATE INDEX "idx_campaign_unit" ON "campaign" ("cycle_id", "unit_id", "id")',
    ),

    // Every link given out so far was shown once to staff. Links are made resident by resident: they lie by key as well.
    onServer(
      'alter-survey_link',
      `ALTER TABLE "survey_link"
  ADD COLUMN "channel" {state} NOT NULL DEFAULT 'handed' AFTER "stratum",
  ADD CONSTRAINT "chk_survey_link_channel" CHECK (${CHANNEL}),
  DROP INDEX "idx_survey_link_campaign",
  ADD INDEX "idx_survey_link_campaign" ("campaign_id", "stratum", "channel")`,
    ),
    onServer('say-channel-survey_link', `ALTER TABLE "survey_link" ALTER COLUMN "channel" DROP DEFAULT`),
    ...bringBack(
      'survey_link',
      `"link_hash" {hash} NOT NULL,
  "campaign_id" {id} NOT NULL,
  "stratum" {state} NOT NULL,
  "channel" {state} NOT NULL,
  "state" {state} NOT NULL,
  CONSTRAINT "chk_survey_link_stratum" CHECK ("stratum" IN ('ordinary', 'representative', 'service_object')),
  CONSTRAINT "chk_survey_link_channel" CHECK (${CHANNEL}),
  CONSTRAINT "chk_survey_link_state" CHECK ("state" IN ('issued', 'revoked')),
  CONSTRAINT "fk_survey_link_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("link_hash")`,
      {
        link_hash: '"link_hash"',
        campaign_id: '"campaign_id"',
        stratum: '"stratum"',
        channel: `'handed'`,
        state: '"state"',
      },
      'by_key',
    ),
    onSqlite(
      'renew-idx_survey_link_campaign',
      'CREATE INDEX "idx_survey_link_campaign" ON "survey_link" ("campaign_id", "stratum", "channel")',
    ),

    onServer(
      'alter-survey_tally',
      `ALTER TABLE "survey_tally"
  ADD COLUMN "assisted" {count} NOT NULL DEFAULT 0,
  ADD COLUMN "population" {count} NULL,
  DROP CONSTRAINT "chk_survey_tally_counts",
  ADD CONSTRAINT "chk_survey_tally_counts" CHECK (${TALLY_COUNTS})`,
    ),
    onServer('say-assisted-survey_tally', `ALTER TABLE "survey_tally" ALTER COLUMN "assisted" DROP DEFAULT`),
    ...bringBack(
      'survey_tally',
      `"campaign_id" {id} NOT NULL,
  "appraisal_id" {id} NOT NULL,
  "issued" {count} NOT NULL,
  "valid" {count} NOT NULL,
  "satisfied" {count} NOT NULL,
  "ordinary" {count} NOT NULL,
  "assisted" {count} NOT NULL,
  "population" {count},
  CONSTRAINT "chk_survey_tally_counts" CHECK (${TALLY_COUNTS}),
  CONSTRAINT "fk_survey_tally_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_survey_tally_appraisal" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("campaign_id", "appraisal_id")`,
      {
        campaign_id: '"campaign_id"',
        appraisal_id: '"appraisal_id"',
        issued: '"issued"',
        valid: '"valid"',
        satisfied: '"satisfied"',
        ordinary: '"ordinary"',
        assisted: '0',
      },
    ),

    // No column and no key tells the order of arrival: rows lie by link hash, the second key by digest, and the day is all there is of time.
    table(
      'survey_envelope',
      `"link_hash" {hash} NOT NULL,
  "campaign_id" {id} NOT NULL,
  "sealed" {sealed} NOT NULL,
  "digest" {hash} NOT NULL,
  "day" {date} NOT NULL,
  CONSTRAINT "fk_survey_envelope_link" FOREIGN KEY ("link_hash") REFERENCES "survey_link" ("link_hash") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "fk_survey_envelope_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("link_hash")`,
      'by_key',
    ),
    uniqueIndex('uq_survey_envelope_digest', 'survey_envelope', '"campaign_id", "digest"'),
    // An answer is never edited. It may be removed: ciphertexts are destroyed once their count is confirmed.
    appendOnly('survey_envelope')[0]!,
    // Whoever inserts, and though it skip every question: nothing enters a box that is sealed, or by another's link.
    refusingTrigger('survey_envelope_open_only', 'survey_envelope', 'INSERT', 'BALLOT_REFUSED', NOT_TAKEN),
    table(
      'survey_pace',
      `"campaign_id" {id} NOT NULL,
  "day" {date} NOT NULL,
  "bucket" {state} NOT NULL,
  "count" {count} NOT NULL,
  CONSTRAINT "chk_survey_pace_bucket" CHECK (${BUCKET}),
  CONSTRAINT "chk_survey_pace_count" CHECK ("count" >= 0),
  CONSTRAINT "fk_survey_pace_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("campaign_id", "day", "bucket")`,
    ),
  ],
};
