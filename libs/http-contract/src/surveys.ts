import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema } from './text.js';

export const campaignStateSchema = z.enum([
  'planned',
  'open',
  'extended',
  'sealed',
  'counted',
  'closed_valid',
  'closed_to_panel',
]);
export const campaignSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  communityId: idSchema,
  communityName: z.string(),
  unitName: z.string(),
  state: campaignStateSchema,
  opensAt: instantSchema.nullable(),
  closesAt: instantSchema.nullable(),
  extensions: z.int(),
  questionnaireHash: z.string().nullable(),
  panelReason: z.enum(['sample_not_valid', 'box_not_opened']).nullable(),
  issued: z.int(),
  answered: z.int().nullable(), // of a sealed box only
  root: z.string().nullable(),
});
export type CampaignView = z.infer<typeof campaignSchema>;
export const campaignListSchema = z.object({ items: z.array(campaignSchema), next: z.null() });

export const issueLinksSchema = z.strictObject({
  count: z.int().min(1).max(5000),
  stratum: z.enum(['ordinary', 'representative', 'service_object']),
  /** `assisted`: staff fill in what a resident says; counted apart, with a limit of its own. */
  channel: z.enum(['handed', 'assisted']).optional(),
});
export type IssueLinksInput = z.infer<typeof issueLinksSchema>;
export const linksSchema = z.object({ links: z.array(z.string()) });
export type Links = z.infer<typeof linksSchema>;
export const revokeLinkSchema = z.strictObject({ link: z.string().min(1).max(500) });
export type RevokeLinkInput = z.infer<typeof revokeLinkSchema>;

export const tallySchema = z.object({
  campaignId: idSchema,
  communityId: idSchema,
  appraisalId: idSchema,
  issued: z.int(),
  valid: z.int(),
  satisfied: z.int(),
  ordinary: z.int(),
  assisted: z.int(),
  population: z.int().nullable(),
});
export const tallyListSchema = z.object({ items: z.array(tallySchema), next: z.null() });

const tag = 'surveys';
export const surveyEndpoints = {
  surveys: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/surveys',
    tag,
    summary: { zh: '居民测评场次', en: 'The survey campaigns of a cycle' },
    answer: campaignListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  issueLinks: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/links',
    tag,
    summary: { zh: '发放一次性链接', en: 'Issues one-time links' },
    status: 201,
    keyed: true,
    body: issueLinksSchema,
    answer: linksSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CAMPAIGN_CLOSED', 'LINKS_ALREADY_ISSUED'],
  }),
  revokeLink: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/links/revoke',
    tag,
    summary: { zh: '作废一个链接', en: 'Revokes a link' },
    body: revokeLinkSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'LINK_UNKNOWN'],
  }),
  closeSurvey: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/close',
    tag,
    summary: { zh: '提前结束测评', en: 'Closes the survey early' },
    keyed: true,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
  surveyTallies: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/survey-tallies',
    tag,
    summary: { zh: '测评结果（有效场次结束后）', en: 'Counts of closed, valid surveys' },
    answer: tallyListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
