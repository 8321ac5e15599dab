import { appendOnly, index, table, uniqueIndex } from './ddl.js';
import type { Migration } from './ddl.js';

const TO_CAMPAIGN = `FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT`;
const STRATUM = `"stratum" IN ('ordinary', 'representative', 'service_object')`;

/** Residents' lists, draws and invitations. What names a contact is sealed, and goes when its campaign closes. */
export const surveyResidents: Migration = {
  name: 'survey-residents',
  steps: [
    table(
      'survey_resident',
      `"campaign_id" {id} NOT NULL,
  "ref" {id} NOT NULL,
  "stratum" {state} NOT NULL,
  "drawn" {flag} NOT NULL,
  "sealed" {sealed} NOT NULL,
  CONSTRAINT "chk_survey_resident_stratum" CHECK (${STRATUM}),
  CONSTRAINT "fk_survey_resident_campaign" ${TO_CAMPAIGN},
  PRIMARY KEY ("campaign_id", "ref")`,
    ),
    table(
      'survey_draw',
      `"campaign_id" {id} NOT NULL,
  "seed" {key} NOT NULL,
  "list_hash" {hash} NOT NULL,
  "strata" {text} NOT NULL,
  "drawn_by" {id} NOT NULL,
  "drawn_at" {instant} NOT NULL,
  CONSTRAINT "fk_survey_draw_campaign" ${TO_CAMPAIGN},
  PRIMARY KEY ("campaign_id")`,
    ),
    ...appendOnly('survey_draw'),
    table(
      'survey_invitation',
      `"id" {id} NOT NULL,
  "campaign_id" {id} NOT NULL,
  "ref" {id} NOT NULL,
  "channel" {state} NOT NULL,
  "link_hash" {hash} NOT NULL,
  "sealed" {sealed} NOT NULL,
  "state" {state} NOT NULL,
  "reminders" {count} NOT NULL,
  "problem" {code},
  CONSTRAINT "chk_survey_invitation_channel" CHECK ("channel" IN ('sms', 'wechat', 'email', 'slip', 'handed', 'assisted')),
  CONSTRAINT "chk_survey_invitation_state" CHECK ("state" IN ('waiting', 'sent', 'delivered', 'failed')),
  CONSTRAINT "chk_survey_invitation_reminders" CHECK ("reminders" >= 0),
  CONSTRAINT "fk_survey_invitation_campaign" ${TO_CAMPAIGN},
  CONSTRAINT "fk_survey_invitation_link" FOREIGN KEY ("link_hash") REFERENCES "survey_link" ("link_hash") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("id")`,
    ),
    // One message to a resident by each channel.
    uniqueIndex('uq_survey_invitation_ref', 'survey_invitation', '"campaign_id", "ref", "channel"'),
    index('idx_survey_invitation_state', 'survey_invitation', '"campaign_id", "state", "id"'),
    index('idx_survey_invitation_link', 'survey_invitation', '"link_hash"'),
  ],
};
