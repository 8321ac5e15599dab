import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { decimalTextSchema, idSchema, instantSchema, localTextSchema } from './text.js';

const routineSchema = z.array(z.object({ period: z.string(), value: decimalTextSchema }));

/** What whoever marks a person reads beside their sheet. */
export const markingFileSchema = z.object({
  appraisalId: idSchema,
  posts: z.array(localTextSchema),
  dutyReport: z.object({ text: z.string(), submittedAt: instantSchema }).nullable(),
  routine: routineSchema, // by period
});
export type MarkingFileView = z.infer<typeof markingFileSchema>;

/** What is on record for the people of a unit, and what may be recorded. */
export const unitRecordsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: localTextSchema,
      kind: z.enum(['bonus', 'deduction']),
      pointsEach: decimalTextSchema,
      evidenceRequired: z.boolean(),
    }),
  ),
  people: z.array(
    z.object({
      appraisalId: idSchema,
      name: z.string(),
      posts: z.array(localTextSchema),
      parts: z.array(z.object({ id: z.string(), title: localTextSchema, evidenceRequired: z.boolean() })),
      routine: routineSchema,
      adjustments: z.array(z.object({ item: z.string(), times: z.int(), evidence: z.array(z.string()) })),
      evidence: z.array(z.object({ part: z.string(), evidence: z.array(z.string()) })),
    }),
  ),
});
export type UnitRecordsView = z.infer<typeof unitRecordsSchema>;

const tag = 'marks';
export const recordEndpoints = {
  markingFile: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/marking-file',
    tag,
    summary: { zh: '评分参考：述职报告与平时考核', en: 'The duty report and routine record, for who marks' },
    answer: markingFileSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'COLLECTION_CLOSED'],
  }),
  unitRecords: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/records',
    tag,
    summary: {
      zh: '单位人员的平时考核、加减分与佐证编号',
      en: 'Routine scores, adjustments and evidence on record in a unit',
    },
    answer: unitRecordsSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
