import type {
  AdoptedQuestionnaire,
  Campaign,
  SurveyEnvelope,
  SurveyLink,
  SurveyPace,
  SurveyTally,
} from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import { count, date, hash, id, instant, optional, primary, sealed, state, text } from './columns.js';
import { toCycleUnit } from './cycle.entities.js';
import { defineTable, reference } from './define-table.js';

/** The foreign key of whatever belongs to one campaign. */
export const toCampaign = reference('campaign', ['campaignId'], 'campaign');
const toQuestionnaire = reference('questionnaire', ['questionnaireHash'], 'questionnaire', ['hash']);

export const questionnaireTable = defineTable<AdoptedQuestionnaire>('questionnaire', {
  hash: primary(hash()),
  body: text(),
  adoptedAt: instant(),
});

/** Which questionnaire a cycle asks, where it is not the default one. */
export type CycleQuestionnaire = { readonly cycleId: string; readonly questionnaireHash: string };
export const cycleQuestionnaireTable = defineTable<CycleQuestionnaire>(
  'cycle_questionnaire',
  { cycleId: primary(id()), questionnaireHash: hash() },
  { references: [reference('cycle', ['cycleId'], 'cycle'), toQuestionnaire] },
);

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
    questionnaireHash: optional(hash()),
    panelReason: optional(state()),
    version: count(),
  },
  {
    indexes: { idx_campaign_unit: ['cycleId', 'unitId', 'id'] },
    checks: ['state', 'panel_reason', 'counts'],
    references: [toCycleUnit, reference('community', ['communityId'], 'community'), toQuestionnaire],
  },
);

export const linkTable = defineTable<SurveyLink>(
  'survey_link',
  { linkHash: primary(hash()), campaignId: id(), stratum: state(), channel: state(), state: state() },
  {
    indexes: { idx_survey_link_campaign: ['campaignId', 'stratum', 'channel'] },
    checks: ['stratum', 'channel', 'state'],
    references: [toCampaign],
  },
);

export const envelopeTable = defineTable<SurveyEnvelope>(
  'survey_envelope',
  { linkHash: primary(hash()), campaignId: id(), sealed: sealed(), digest: hash(), day: date() },
  {
    uniques: { uq_survey_envelope_digest: ['campaignId', 'digest'] },
    references: [reference('link', ['linkHash'], 'survey_link', ['linkHash']), toCampaign],
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
    assisted: count(),
    population: optional(count()),
  },
  { checks: ['counts'], references: [toCampaign, toAppraisal] },
);

export const paceTable = defineTable<SurveyPace>(
  'survey_pace',
  { campaignId: primary(id()), day: primary(date()), bucket: primary(state()), count: count() },
  { checks: ['bucket', 'count'], references: [toCampaign] },
);
