import type { Invitation, SurveyDraw, SurveyResident } from '@kaoji/application';
import {
  code,
  count,
  flag,
  hash,
  id,
  instant,
  key,
  optional,
  primary,
  sealed,
  state,
  text,
} from './columns.js';
import { defineTable, reference } from './define-table.js';
import { toCampaign } from './survey.entities.js';

export const residentTable = defineTable<SurveyResident>(
  'survey_resident',
  { campaignId: primary(id()), ref: primary(id()), stratum: state(), drawn: flag(), sealed: sealed() },
  { checks: ['stratum'], references: [toCampaign] },
);

export const drawTable = defineTable<SurveyDraw>(
  'survey_draw',
  {
    campaignId: primary(id()),
    seed: key(),
    listHash: hash(),
    strata: text(),
    drawnBy: id(),
    drawnAt: instant(),
  },
  { references: [toCampaign] },
);

export const invitationTable = defineTable<Invitation>(
  'survey_invitation',
  {
    id: primary(id()),
    campaignId: id(),
    ref: id(),
    channel: state(),
    linkHash: hash(),
    sealed: sealed(),
    state: state(),
    reminders: count(),
    problem: optional(code()),
  },
  {
    indexes: {
      idx_survey_invitation_state: ['campaignId', 'state', 'id'],
      idx_survey_invitation_link: ['linkHash'],
    },
    uniques: { uq_survey_invitation_ref: ['campaignId', 'ref', 'channel'] },
    checks: ['channel', 'state', 'reminders'],
    references: [toCampaign, reference('link', ['linkHash'], 'survey_link', ['linkHash'])],
  },
);
