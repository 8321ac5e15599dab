import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema } from './text.js';

const resultSchema = z.object({ grade: z.string().nullable(), composite: z.string().nullable() }).nullable();
export const resultChangeSchema = z.object({
  appraisalId: idSchema,
  before: resultSchema,
  after: resultSchema,
  cause: z.enum(['reopened', 'line']),
});
export const objectionSchema = z.object({
  id: idSchema,
  noticeId: idSchema,
  round: z.int(),
  /** An appraisal that is shown; null: the list, or its seats. */
  about: idSchema.nullable(),
  text: z.string(),
  name: z.string().nullable(),
  contact: z.string().nullable(),
  channel: z.enum(['link', 'in_person']),
  receivedAt: instantSchema,
  recordedBy: idSchema.nullable(),
  answer: z
    .object({
      verdict: z.enum(['upheld', 'dismissed']),
      reason: z.string(),
      touch: z.enum(['evidence', 'quota_line']).nullable(),
      touched: z.array(idSchema),
      answeredBy: idSchema,
      answeredAt: instantSchema,
    })
    .nullable(),
  /** Of an upheld one: what the next round says, beside what this one said. */
  changes: z.array(resultChangeSchema),
});
export const objectionListSchema = z.object({ items: z.array(objectionSchema), next: z.null() });
export type ObjectionItem = z.infer<typeof objectionSchema>;

export const recordObjectionSchema = z.strictObject({
  about: idSchema.optional(),
  text: z.string().min(1).max(4000),
  name: z.string().min(1).max(100).optional(),
  contact: z.string().min(1).max(200).optional(),
});
export type RecordObjectionBody = z.infer<typeof recordObjectionSchema>;
export const answerObjectionSchema = z.strictObject({
  verdict: z.enum(['upheld', 'dismissed']),
  reason: z.string().min(1).max(4000),
  /** Of an upheld one; absent: the evidence of whom it is about. */
  touch: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('evidence'), appraisals: z.array(idSchema).min(1).max(1000) }),
      z.strictObject({ kind: z.literal('quota_line') }),
    ])
    .optional(),
});
export type AnswerObjectionBody = z.infer<typeof answerObjectionSchema>;

const tag = 'deliberation';
const path = '/api/cycles/:cycleId/units/:unitId/objections';
export const objectionEndpoints = {
  objections: endpoint({
    method: 'GET',
    path,
    tag,
    summary: { zh: '公示异议及答复', en: 'Objections to the notices, with their answers' },
    answer: objectionListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'OWN_LIST', 'OBJECTION_SEALED_WRONG'],
  }),
  recordObjection: endpoint({
    method: 'POST',
    path,
    tag,
    summary: { zh: '登记当面提出的异议', en: 'Records an objection made in person' },
    status: 201,
    keyed: true,
    body: recordObjectionSchema,
    answer: z.object({ objectionId: idSchema }),
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'OWN_LIST', 'NOTICE_OVER', 'NAME_REQUIRED'],
  }),
  answerObjection: endpoint({
    method: 'POST',
    path: '/api/objections/:objectionId/answer',
    tag,
    summary: { zh: '答复异议：成立或不成立', en: 'Answers an objection: upheld or dismissed' },
    keyed: true,
    body: answerObjectionSchema,
    answer: doneSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'OWN_LIST',
      'ALREADY_ANSWERED',
      'TOUCHED_UNKNOWN',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
} as const;
