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
} as const;
