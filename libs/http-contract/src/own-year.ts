import { z } from 'zod';
import { appraisalItemSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { civilDateSchema, idSchema, instantSchema } from './text.js';

const stepSchema = z.object({
  code: z.enum(['collect', 'decide', 'notice', 'deliver', 'contest', 'record']),
  state: z.enum(['done', 'now', 'to_come']),
  /** When it was over, where that is known. */
  endedAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(), // while it runs
  overdue: z.boolean(),
  workingDaysLeft: z.int().nullable(), // after today, by the calendar the cycle pinned
  workingDays: z.int().nullable(), // what the rulebook gives it; null: nothing of its own
  clause: z.string().nullable(),
});
export const ownYearSchema = z.object({
  appraisalId: idSchema,
  cycleId: idSchema,
  year: z.int(),
  run: z.string(),
  status: appraisalItemSchema.shape.status,
  steps: z.array(stepSchema),
  dutyReport: z.object({ text: z.string(), version: z.int(), submittedAt: instantSchema }).nullable(),
  /** Whether a report, or a later one in its place, is taken now. */
  reportOpen: z.boolean(),
  contestId: idSchema.nullable(),
});
export type OwnYearView = z.infer<typeof ownYearSchema>;

const pastGradeSchema = z.object({
  year: z.int(),
  result: z.string(), // a grade code, `ungraded` or `comment_only`
  source: z.enum(['own', 'imported', 'roster']),
  reference: z.string().nullable(), // an appraisal of this service, or a document
  provenOn: civilDateSchema,
});
export const ownGradesSchema = z.object({ items: z.array(pastGradeSchema), next: z.null() });
export type OwnGradesView = z.infer<typeof ownGradesSchema>;

const tag = 'results';
export const ownYearEndpoints = {
  ownYear: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/year',
    tag,
    summary: { zh: '我的年度：述职与各步骤的日期', en: 'My own year: duty report, steps and their dates' },
    answer: ownYearSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  ownGrades: endpoint({
    method: 'GET',
    path: '/api/grades/mine',
    tag,
    summary: { zh: '我的历年考核结果', en: 'My own grades over the years' },
    answer: ownGradesSchema,
  }),
} as const;
