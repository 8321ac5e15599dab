import type { Campaign, SurveyEnvelope, SurveyLink, SurveyTally } from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import { count, date, hash, id, instant, optional, primary, state, text } from './columns.js';
import { toCycleUnit } from './cycle.entities.js';
import { defineTable, reference } from './define-table.js';

const toCampaign = reference('campaign', ['campaignId'], 'campaign');

export const campaignTable = defineTable<Campaign>(
  'campaign',
  {
    id: primary(id()),
    cycleId: id(),
    unitId: id(),
    communityId: id(),
    state: state(),
    opensAt: optional(instant()),
    closesAt: optional(instant()),
    extensions: count(),
    version: count(),
  },
  {
    indexes: { idx_campaign_unit: ['cycleId', 'unitId', 'id'] },
    checks: ['state', 'counts'],
    references: [toCycleUnit, reference('community', ['communityId'], 'community')],
  },
);

export const linkTable = defineTable<SurveyLink>(
  'survey_link',
  { linkHash: primary(hash()), campaignId: id(), stratum: state(), state: state() },
  {
    indexes: { idx_survey_link_campaign: ['campaignId', 'linkHash'] },
    checks: ['stratum', 'state'],
    references: [toCampaign],
  },
);

export const envelopeTable = defineTable<SurveyEnvelope>(
  'survey_envelope',
  { linkHash: primary(hash()), campaignId: id(), payload: text(), day: date() },
  {
    indexes: { idx_survey_envelope_campaign: ['campaignId', 'linkHash'] },
    references: [reference('link', ['linkHash'], 'survey_link', ['linkHash'])],
  },
);

export const tallyTable = defineTable<SurveyTally>(
  'survey_tally',
  {
    campaignId: primary(id()),
    appraisalId: primary(id()),
    issued: count(),
    valid: count(),
    satisfied: count(),
    ordinary: count(),
  },
  { checks: ['counts'], references: [toCampaign, toAppraisal] },
);
