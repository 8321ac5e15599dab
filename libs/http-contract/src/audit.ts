import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { quotaSheetSchema } from './evaluation.js';

/** Temporal's own JSON export of one run. */
export const historySchema = z.looseObject({ events: z.array(z.looseObject({})) });

export const summarySchema = z.object({
  appraisals: z.int(),
  byGrade: z.record(z.string(), z.int()),
  ungraded: z.int(),
  commentOnly: z.int(),
  held: z.int(),
  undecided: z.int(),
  left: z.int(),
  surveyResponses: z.int(),
  quota: z.array(quotaSheetSchema),
  ledgerEntries: z.int(),
});
export type CycleSummary = z.infer<typeof summarySchema>;

/** A bundle is a ZIP file; `kaoji audit verify` reads it. */
export const BUNDLE_MEDIA_TYPE = 'application/zip';

export const auditEndpoints = {
  history: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/history',
    tag: 'audit',
    summary: { zh: '流程历史（可离线重放）', en: 'The history of an appraisal, to be replayed' },
    answer: historySchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  summary: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/summary',
    tag: 'audit',
    summary: { zh: '一次考核的汇总', en: 'A cycle in numbers' },
    answer: summarySchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  cycleBundle: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/audit-bundle',
    tag: 'audit',
    summary: { zh: '整个周期的审计包（可离线核验）', en: 'All that proves a cycle, to be verified off line' },
    produces: BUNDLE_MEDIA_TYPE,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'BUNDLE_NOT_READY', 'ARCHIVE_NOT_CONFIGURED'],
  }),
  appraisalBundle: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/audit-bundle',
    tag: 'audit',
    summary: { zh: '本人考核的审计包', en: "All that proves one's own appraisal, and nothing of others" },
    produces: BUNDLE_MEDIA_TYPE,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'BUNDLE_NOT_READY', 'ARCHIVE_NOT_CONFIGURED'],
  }),
} as const;
