import { z } from 'zod';
import { appraisalItemSchema, doneSchema } from './cycles.js';
import { acknowledgedSchema } from './deliberation.js';
import { endpoint } from './endpoint.js';
import { personEvaluationSchema } from './evaluation.js';
import { logRootSchema } from './log-heads.js';
import { civilDateSchema, factsSchema, idSchema, instantSchema, localTextSchema } from './text.js';

export const consequenceViewSchema = z.object({
  rule: z.string(),
  clause: z.string().nullable(),
  effect: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  adverse: z.boolean(),
  force: z.enum(['confirm', 'may', 'inform']),
  gate: z.array(z.string()),
  gateRecords: z.array(z.string()),
  state: z.enum(['proposed', 'confirmed', 'frozen', 'refused']),
  decidedAt: instantSchema.nullable(),
  version: z.int(),
});
export type ConsequenceView = z.infer<typeof consequenceViewSchema>;

export const resultSchema = z.object({
  appraisalId: idSchema,
  cycleId: idSchema,
  rehearsal: z.boolean(), // a rehearsal's result has no effect
  status: appraisalItemSchema.shape.status,
  evaluation: personEvaluationSchema,
  rendered: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  consequences: z.array(consequenceViewSchema),
  /** Why this uncertain case stands: what whoever approved the list said of it. */
  acknowledged: z.object({ reason: z.string(), acknowledgedBy: idSchema, round: z.int() }).nullable(),
  signature: z
    .object({ signed: z.boolean(), opinion: z.string().nullable(), signedAt: instantSchema })
    .nullable(),
  contest: z.object({ id: idSchema, grounds: z.string(), filedAt: instantSchema }).nullable(),
  /** The written result as its person gets it. */
  written: z.object({
    result: z.object({ code: z.string(), title: localTextSchema }),
    score: z.string().nullable(),
    rule: z.string().nullable(),
    clause: z.string().nullable(),
    why: localTextSchema,
    contest: z.object({
      until: instantSchema.nullable(),
      workingDays: z.int(),
      reviewWorkingDays: z.int().nullable(),
      appealWorkingDays: z.int().nullable(),
      how: localTextSchema,
    }),
    delivery: z
      .object({
        document: z.enum(['result', 'later_result', 'review', 'appeal']),
        way: z.enum(['received', 'signed', 'handed_over', 'refused_witnessed', 'posted']),
        deliveredBy: idSchema,
        witnesses: z.array(idSchema),
        reference: z.string().nullable(),
        deliveredAt: instantSchema,
      })
      .nullable(),
  }),
  notifiedAt: instantSchema.nullable(),
  contestUntil: instantSchema.nullable(),
  /** The latest signed root of the cycle's log; null while nothing is signed. */
  log: logRootSchema.nullable(),
});
export type ResultView = z.infer<typeof resultSchema>;

export const myAppraisalSchema = z.object({
  id: idSchema,
  cycleId: idSchema,
  year: z.int(),
  run: z.string(),
  unitId: idSchema,
  status: appraisalItemSchema.shape.status,
  dutyReportVersion: z.int(),
  notifiedAt: instantSchema.nullable(),
  contestUntil: instantSchema.nullable(),
  signed: z.boolean().nullable(),
});
export const myAppraisalListSchema = z.object({ items: z.array(myAppraisalSchema), next: z.null() });
export type MyAppraisal = z.infer<typeof myAppraisalSchema>;

export const signatureSchema = z.strictObject({
  signed: z.boolean(),
  opinion: z.string().min(1).max(4000).optional(),
});
export type SignatureInput = z.infer<typeof signatureSchema>;
export const contestSchema = z.strictObject({ grounds: z.string().min(1).max(8000) });
export type ContestInputBody = z.infer<typeof contestSchema>;
export const contestAnswerSchema = z.object({ contestId: idSchema });

const ruleSchema = z.string().min(1).max(64);
export const confirmationSchema = z.strictObject({
  confirm: z.array(ruleSchema).max(100).default([]),
  refuse: z.array(ruleSchema).max(100).default([]),
});
export type ConfirmationInput = z.infer<typeof confirmationSchema>;

export const laterGradeSchema = z.strictObject({
  caseOutcome: z.union([
    z.literal('none'),
    z.strictObject({ punishment: z.string().min(1).max(64), linkedToDuty: z.boolean() }),
  ]),
  /** What the office adds, where the rulebook asks for more than how the case ended. */
  facts: factsSchema.optional(),
  acknowledged: acknowledgedSchema.optional(),
});
export type LaterGradeInput = z.infer<typeof laterGradeSchema>;
export const laterGradeAnswerSchema = z.object({ status: z.string(), grade: z.string().nullable() });
export const departureSchema = z.strictObject({ leftOn: civilDateSchema });
export type DepartureInput = z.infer<typeof departureSchema>;

const tag = 'results';
const path = '/api/appraisals/:appraisalId';
export const resultEndpoints = {
  myAppraisals: endpoint({
    method: 'GET',
    path: '/api/appraisals/mine',
    tag,
    summary: { zh: '我的考核', en: 'My own appraisals' },
    answer: myAppraisalListSchema,
  }),
  result: endpoint({
    method: 'GET',
    path: `${path}/result`,
    tag,
    summary: { zh: '考核结果及依据', en: 'A result and how it came about' },
    answer: resultSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'RESULT_NOT_READY', 'RESULT_NOT_RECEIVED'],
  }),
  sign: endpoint({
    method: 'POST',
    path: `${path}/signature`,
    tag,
    summary: { zh: '签收结果（或拒签）', en: 'Signs the result, or refuses to' },
    keyed: true,
    body: signatureSchema,
    answer: doneSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'RESULT_NOT_READY',
      'ALREADY_SIGNED',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
  contest: endpoint({
    method: 'POST',
    path: `${path}/contests`,
    tag,
    summary: { zh: '申请复核', en: 'Contests the result' },
    status: 201,
    keyed: true,
    body: contestSchema,
    answer: contestAnswerSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'RESULT_NOT_READY',
      'RESULT_NOT_RECEIVED',
      'CONTEST_WINDOW_CLOSED',
      'ALREADY_CONTESTED',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
  confirmConsequences: endpoint({
    method: 'POST',
    path: `${path}/consequence-confirmations`,
    tag,
    summary: { zh: '逐项确认不利处理', en: 'Confirms or refuses adverse consequences, one by one' },
    stepUp: true,
    keyed: true,
    body: confirmationSchema,
    answer: doneSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'CONSEQUENCE_UNKNOWN',
      'CONSEQUENCES_UNDECIDED',
      'GATE_RECORDS_MISSING',
      'GATE_CLOSED_BY_LAW',
      'OWN_LIST',
      'NOTHING_TO_CONFIRM',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
  laterGrade: endpoint({
    method: 'POST',
    path: `${path}/later-grade`,
    tag,
    summary: { zh: '审查调查结束后补定等次（第四十二条）', en: 'Grades after a hold (Art 42)' },
    stepUp: true,
    keyed: true,
    body: laterGradeSchema,
    answer: laterGradeAnswerSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'OWN_LIST',
      'NOT_HELD',
      'STILL_HELD',
      'UNCERTAIN_NOT_ACKNOWLEDGED',
      'PUNISHMENT_UNKNOWN',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
  depart: endpoint({
    method: 'POST',
    path: `${path}/departure`,
    tag,
    summary: { zh: '登记离岗', en: 'Records that someone left' },
    keyed: true,
    body: departureSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CIVIL_DATE_INVALID', 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
} as const;
