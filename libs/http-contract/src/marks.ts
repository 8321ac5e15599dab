import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE, importedSchema } from './roster.js';
import { decimalTextSchema, idSchema, localTextSchema } from './text.js';

export const markRequestSchema = z.strictObject({
  appraisalId: idSchema,
  part: z.string().min(1).max(64),
  post: z.string().min(1).max(64).nullish(),
  role: z.string().min(1).max(64),
  raterId: idSchema,
});
export const markRequestsSchema = z.strictObject({ requests: z.array(markRequestSchema).min(1).max(20_000) });
export type MarkRequestsInput = z.infer<typeof markRequestsSchema>;
export const assignedSchema = z.object({ assigned: z.int() });
export type Assigned = z.infer<typeof assignedSchema>;

/** One mark that waits for me, or that I gave. */
export const markingItemSchema = z.object({
  appraisalId: idSchema,
  unitId: idSchema,
  name: z.string(),
  posts: z.array(z.string()),
  part: z.string(),
  partTitle: localTextSchema,
  post: z.string().nullable(),
  postTitle: localTextSchema.nullable(),
  role: z.string(),
  roleTitle: localTextSchema,
  max: decimalTextSchema,
  evidenceRequired: z.boolean(), // the rulebook wants evidence on record for this part
  evidence: z.array(z.string()), // ids of what is on record for it
  anchors: z.array(z.object({ atLeast: z.string(), text: localTextSchema })), // what marks from a number up stand for
  reasonBounds: z.object({ atLeast: z.string(), atMost: z.string() }).nullable(), // so high or so low needs a reason
  panelId: idSchema.nullable(), // the panel I sit in for this
  marked: decimalTextSchema.nullable(),
  reason: z.string().nullable(), // the one I gave with it
  nextVersion: z.int(), // the `version` to send with a mark
});
export type MarkingItem = z.infer<typeof markingItemSchema>;
export const markingListSchema = z.object({ items: z.array(markingItemSchema), next: z.null() });

export const markSchema = z.strictObject({
  appraisalId: idSchema,
  part: z.string().min(1).max(64),
  post: z.string().min(1).max(64).nullish(),
  /** Needed only when one rater is asked in two roles for the same part. */
  role: z.string().min(1).max(64).nullish(),
  value: decimalTextSchema,
  reason: z.string().min(1).max(2000).nullish(),
  version: z.int().min(1), // 1 for the first mark; one more for each correction
});
export const marksSchema = z.strictObject({ marks: z.array(markSchema).min(1).max(2000) });
export type MarksInput = z.infer<typeof marksSchema>;
export const markedSchema = z.object({ marked: z.int() });
export type Marked = z.infer<typeof markedSchema>;

export const routineSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        appraisalId: idSchema,
        period: z.string().min(1).max(32),
        value: decimalTextSchema,
      }),
    )
    .min(1)
    .max(20_000),
});
export type RoutineInput = z.infer<typeof routineSchema>;
export const adjustmentsSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        appraisalId: idSchema,
        item: z.string().min(1).max(64),
        times: z.int().min(0).max(1000),
        evidence: z.array(z.string().min(1).max(128)).max(50).default([]),
      }),
    )
    .min(1)
    .max(20_000),
});
export type AdjustmentsInput = z.infer<typeof adjustmentsSchema>;
/** An id of a record kept elsewhere. ASCII without spaces: a name or a sentence does not fit into it. */
const recordIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/);
export const evidenceSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        appraisalId: idSchema,
        part: z.string().min(1).max(64),
        evidence: z.array(recordIdSchema).max(50), // all of it: an empty list takes back what was recorded
      }),
    )
    .min(1)
    .max(20_000),
});
export type EvidenceInput = z.infer<typeof evidenceSchema>;
export const recordedSchema = z.object({ recorded: z.int() });
export type Recorded = z.infer<typeof recordedSchema>;

export const dutyReportSchema = z.strictObject({ text: z.string().min(1).max(20_000) });
export type DutyReportInput = z.infer<typeof dutyReportSchema>;
export const dutyReportAnswerSchema = z.object({ version: z.int() });

const tag = 'marks';
const open = ['FORBIDDEN', 'NOT_FOUND', 'COLLECTION_NOT_OPEN', 'COLLECTION_CLOSED', 'NOT_REOPENED'] as const;
export const markEndpoints = {
  requestMarks: endpoint({
    method: 'PUT',
    path: '/api/cycles/:cycleId/mark-requests',
    tag,
    summary: { zh: '指定谁评谁', en: 'Says who is asked to mark whom' },
    body: markRequestsSchema,
    answer: assignedSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'MARK_REQUEST_INVALID', 'CYCLE_STATE', 'COLLECTION_CLOSED'],
  }),
  requestDefaultMarks: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/mark-requests/default',
    tag,
    summary: { zh: '按角色自动指定评价任务（不评自己）', en: 'Asks by role; never oneself' },
    answer: assignedSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CYCLE_STATE'],
  }),
  marking: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/marking',
    tag,
    summary: { zh: '等我评价的', en: 'What waits for my mark' },
    answer: markingListSchema,
    refusals: ['NOT_FOUND'],
  }),
  mark: endpoint({
    method: 'POST',
    path: '/api/marks',
    tag,
    summary: { zh: '评分', en: 'Marks' },
    keyed: true,
    body: marksSchema,
    answer: markedSchema,
    refusals: [...open, 'MARK_NOT_REQUESTED', 'MARK_OUT_OF_SCALE', 'REASON_REQUIRED', 'VERSION_CONFLICT'],
  }),
  importMarks: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/marks/import',
    tag,
    summary: {
      zh: '导入评分、平时考核与加减分（整份成功或整份不导入）',
      en: 'Imports marks, routine scores and adjustments',
    },
    consumes: [CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE],
    answer: importedSchema,
    refusals: ['NOT_FOUND', 'MARKS_INVALID', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'],
  }),
  recordRoutine: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/routine',
    tag,
    summary: { zh: '登记平时考核', en: 'Records routine appraisal scores' },
    body: routineSchema,
    answer: recordedSchema,
    refusals: [...open, 'MARK_OUT_OF_SCALE'],
  }),
  recordAdjustments: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/adjustments',
    tag,
    summary: { zh: '登记加分与扣分及佐证', en: 'Records bonuses and deductions with their evidence' },
    body: adjustmentsSchema,
    answer: recordedSchema,
    refusals: [...open, 'MARKS_INVALID'],
  }),
  recordEvidence: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/evidence',
    tag,
    summary: { zh: '登记评价项目的佐证编号', en: 'Records the evidence of a part, by record ids' },
    body: evidenceSchema,
    answer: recordedSchema,
    refusals: [...open, 'MARKS_INVALID'],
  }),
  submitDutyReport: endpoint({
    method: 'PUT',
    path: '/api/appraisals/:appraisalId/duty-report',
    tag,
    summary: { zh: '提交述职报告', en: 'Submits my duty report' },
    body: dutyReportSchema,
    answer: dutyReportAnswerSchema,
    refusals: [...open],
  }),
} as const;
