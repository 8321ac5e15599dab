import type { ContestEvent } from '@kaoji/domain';
import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { decisionSchema, personEvaluationSchema, proposedConsequenceSchema } from './evaluation.js';
import { exactTextSchema, idSchema, instantSchema, localTextSchema } from './text.js';

const reasonSchema = z.string().trim().min(1).max(8000);
const codeSchema = z.string().min(1).max(64);
const evidenceSchema = z.array(z.string().min(1).max(128)).max(50);

/** One thing in the evidence that is wrong, what it should have been, and why. */
export const correctionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fact'),
    fact: codeSchema,
    value: z.union([z.boolean(), z.string().max(200), z.number()]),
    reason: reasonSchema,
  }),
  z.strictObject({
    kind: z.literal('mark'),
    part: codeSchema,
    role: codeSchema,
    rater: z.string().min(1).max(80),
    post: codeSchema.optional(),
    value: exactTextSchema.nullable(),
    reason: reasonSchema,
  }),
  z.strictObject({
    kind: z.literal('routine'),
    period: codeSchema,
    value: exactTextSchema.nullable(),
    reason: reasonSchema,
  }),
  z.strictObject({
    kind: z.literal('adjustment'),
    item: codeSchema,
    times: z.int().min(0).max(1000),
    evidence: evidenceSchema,
    reason: reasonSchema,
  }),
  z.strictObject({
    kind: z.literal('evidence'),
    part: codeSchema,
    evidence: evidenceSchema,
    reason: reasonSchema,
  }),
]);
export const correctionsSchema = z.array(correctionSchema).max(50);

const eventSchema = z.object({
  seq: z.int(),
  actor: idSchema.nullable(),
  happenedAt: instantSchema,
  /** What happened: the domain's own record of a contest. */
  body: z.looseObject({ kind: z.string() }) as unknown as z.ZodType<ContestEvent>,
});
const levelSchema = z.enum(['review', 'appeal']);
export const contestViewSchema = z.object({
  id: idSchema,
  appraisalId: idSchema,
  cycleId: idSchema,
  unitId: idSchema,
  grounds: z.string(),
  filedAt: instantSchema,
  status: z.enum(['filed', 'in_review', 'sent_back', 'decided', 'appealable', 'withdrawn', 'ended']),
  stage: levelSchema,
  outcome: z.enum(['upheld', 'changed']).nullable(),
  changed: z.boolean(),
  dueAt: instantSchema.nullable(),
  appealUntil: instantSchema.nullable(),
  /** Working days after today to `dueAt` and to `appealUntil`, by the calendar the cycle pinned. */
  dueDaysLeft: z.int().nullable(),
  appealDaysLeft: z.int().nullable(),
  events: z.array(eventSchema),
  people: z.array(z.object({ account: idSchema, name: z.string() })),
});
export type ContestViewBody = z.infer<typeof contestViewSchema>;

const caseSchema = z.looseObject({ id: idSchema, unit: idSchema, posts: z.array(z.string()) });
export const contestFileSchema = z.object({
  contest: contestViewSchema,
  evaluation: personEvaluationSchema,
  rendered: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** The sealed evidence; marks given blind stand under role and number, not under a name. */
  evidence: caseSchema,
  evidenceHash: z.string(),
  dutyReport: z.object({ text: z.string(), submittedAt: instantSchema }).nullable(),
  quota: z.string().nullable(), // canonical JSON of the unit's quota sheet
});
export type ContestFileBody = z.infer<typeof contestFileSchema>;

const shortResultSchema = z.object({
  composite: z.string().nullable(),
  dimensions: z.record(z.string(), z.string().nullable()),
  provisional: decisionSchema,
  final: decisionSchema,
  consequences: z.array(proposedConsequenceSchema),
});
const stepSchema = z.object({
  path: z.string(),
  what: localTextSchema,
  a: z.string().nullable(),
  b: z.string().nullable(),
  clauseA: z.string().nullable(),
  clauseB: z.string().nullable(),
});
export const contestTrialSchema = z.object({
  before: shortResultSchema,
  recomputed: shortResultSchema,
  after: shortResultSchema, // the better of the two: nobody is worse off by contesting
  spared: z.boolean(),
  changed: z.boolean(),
  steps: z.array(stepSchema),
  touched: z.array(
    z.object({
      id: idSchema,
      unit: idSchema,
      before: decisionSchema,
      recomputed: decisionSchema,
      effect: z.enum(['kept', 'may_rise', 'same_standing']),
    }),
  ),
  seats: z.object({ seats: z.int(), held: z.int(), over: z.int() }),
});
export type ContestTrialBody = z.infer<typeof contestTrialSchema>;

/** Each time a contest made another result: what it was, what it became, every step that differs. */
export const contestDifferenceSchema = z.object({
  items: z.array(
    z.object({
      seq: z.int(), // of the event
      stage: levelSchema,
      before: shortResultSchema,
      after: shortResultSchema,
      steps: z.array(stepSchema),
    }),
  ),
  next: z.null(),
});
export type ContestDifferenceBody = z.infer<typeof contestDifferenceSchema>;

export const hearingSchema = z.strictObject({ note: reasonSchema });
export const trialSchema = z.strictObject({ corrections: correctionsSchema });
export const outcomeSchema = z.strictObject({
  outcome: z.enum(['upheld', 'changed', 'sent_back']),
  reason: reasonSchema,
  corrections: correctionsSchema.default([]),
});
export const againSchema = z.strictObject({ verdict: z.enum(['applied', 'kept']), reason: reasonSchema });
export const appealSchema = z.strictObject({ grounds: z.string().min(1).max(8000) });
export const kinSchema = z.strictObject({ accountId: idSchema });
export type HearingBody = z.infer<typeof hearingSchema>;
export type TrialBody = z.infer<typeof trialSchema>;
export type OutcomeBody = z.infer<typeof outcomeSchema>;
export type AgainBody = z.infer<typeof againSchema>;
export type AppealBody = z.infer<typeof appealSchema>;
export type KinBody = z.infer<typeof kinSchema>;

const decidedSchema = z.object({
  outcome: z.enum(['upheld', 'changed', 'sent_back']),
  status: z.string(),
  grade: z.string().nullable(),
  spared: z.boolean(),
});

const deliveryWaySchema = z.enum(['received', 'signed', 'handed_over', 'refused_witnessed', 'posted']);
const documentSchema = z.enum(['result', 'later_result', 'review', 'appeal']);
/** How named staff deliver: handed over, refused before two witnesses, or posted with a reference. */
export const staffDeliverySchema = z.strictObject({
  way: z.enum(['handed_over', 'refused_witnessed', 'posted']),
  witnesses: z.array(idSchema).max(2).optional(),
  reference: z.string().trim().min(1).max(200).optional(),
});
export type StaffDeliveryBody = z.infer<typeof staffDeliverySchema>;
export const unitDeliverySchema = staffDeliverySchema.extend({
  /** Absent: everybody of the unit whose result is on its way. */
  appraisals: z.array(idSchema).min(1).max(1000).optional(),
});
export type UnitDeliveryBody = z.infer<typeof unitDeliverySchema>;
export const deliveryItemSchema = z.object({
  appraisalId: idSchema,
  document: documentSchema,
  writtenAt: instantSchema,
  dueAt: instantSchema,
  delivery: z
    .object({
      way: deliveryWaySchema,
      deliveredBy: idSchema,
      witnesses: z.array(idSchema),
      reference: z.string().nullable(),
      deliveredAt: instantSchema,
      contestUntil: instantSchema.nullable(),
    })
    .nullable(),
});
export const deliveryListSchema = z.object({ items: z.array(deliveryItemSchema), next: z.null() });
export type DeliveryListBody = z.infer<typeof deliveryListSchema>;
const receivedSchema = z.object({ deliveredAt: instantSchema, contestUntil: instantSchema.nullable() });
const outcomeReceivedSchema = z.object({ deliveredAt: instantSchema, appealUntil: instantSchema.nullable() });
const unitDeliveredSchema = z.object({ delivered: z.int(), deliveredAt: instantSchema });

const tag = 'contests';
const path = '/api/contests/:contestId';
const unitPath = '/api/cycles/:cycleId/units/:unitId/deliveries';
const UNDELIVERED = ['FORBIDDEN', 'NOT_FOUND', 'RESULT_NOT_READY', 'ALREADY_DELIVERED'] as const;
const PROOF = ['WITNESSES_INVALID', 'REFERENCE_MISSING', 'BATCH_REFUSED'] as const;
const HEARD = ['FORBIDDEN', 'NOT_FOUND', 'TOOK_PART_BEFORE'] as const;
const RECOMPUTED = [
  'CORRECTIONS_MISSING',
  'CORRECTION_UNKNOWN',
  'CORRECTION_INVALID',
  'RESULT_NOT_READY',
] as const;

export const contestEndpoints = {
  receiveResult: endpoint({
    method: 'POST',
    path: '/api/appraisals/:appraisalId/receipt',
    tag,
    summary: { zh: '本人确认收到书面结果（复核期限自此起算）', en: 'Receives the written result' },
    keyed: true,
    answer: receivedSchema,
    refusals: [...UNDELIVERED, 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
  deliveries: endpoint({
    method: 'GET',
    path: unitPath,
    tag,
    summary: { zh: '书面结果送达情况', en: 'What is written and what has arrived' },
    answer: deliveryListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  deliver: endpoint({
    method: 'POST',
    path: unitPath,
    tag,
    summary: {
      zh: '登记送达（当面送交、见证拒收、邮寄；可整单送交）',
      en: 'Records how results were delivered',
    },
    keyed: true,
    body: unitDeliverySchema,
    answer: unitDeliveredSchema,
    refusals: [...UNDELIVERED, ...PROOF, 'NOTHING_TO_DELIVER', 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
  contestView: endpoint({
    method: 'GET',
    path,
    tag,
    summary: { zh: '复核、申诉的经过', en: 'A contest and what happened to it' },
    answer: contestViewSchema,
    refusals: HEARD,
  }),
  contestDifference: endpoint({
    method: 'GET',
    path: `${path}/difference`,
    tag,
    summary: { zh: '复核、申诉前后的结果', en: 'The result before and after a contest changed it' },
    answer: contestDifferenceSchema,
    refusals: HEARD,
  }),
  contestFile: endpoint({
    method: 'GET',
    path: `${path}/file`,
    tag,
    summary: { zh: '复核卷宗', en: 'The file of a contest, for whoever hears it' },
    answer: contestFileSchema,
    refusals: HEARD,
  }),
  contestHearing: endpoint({
    method: 'POST',
    path: `${path}/hearings`,
    tag,
    summary: { zh: '记录听取陈述', en: 'Keeps a note of a hearing' },
    keyed: true,
    body: hearingSchema,
    answer: doneSchema,
    refusals: [...HEARD, 'STAGE_NOT_OPEN', 'ALREADY_DECIDED', 'VERSION_CONFLICT'],
  }),
  contestTrial: endpoint({
    method: 'POST',
    path: `${path}/trial`,
    tag,
    summary: { zh: '试算更正后的结果', en: 'What corrections would come to; changes nothing' },
    body: trialSchema,
    answer: contestTrialSchema,
    refusals: [...HEARD, ...RECOMPUTED],
  }),
  contestOutcome: endpoint({
    method: 'POST',
    path: `${path}/outcome`,
    tag,
    summary: { zh: '作出复核（申诉）决定', en: 'Decides a contest' },
    stepUp: true,
    keyed: true,
    body: outcomeSchema,
    answer: decidedSchema,
    refusals: [
      ...HEARD,
      ...RECOMPUTED,
      'CORRECTIONS_UNUSED',
      'NOTHING_CHANGES',
      'STAGE_NOT_OPEN',
      'ALREADY_DECIDED',
      'VERSION_CONFLICT',
      'WORKFLOW_CLOSED',
    ],
  }),
  contestAgain: endpoint({
    method: 'POST',
    path: `${path}/decision-again`,
    tag,
    summary: { zh: '发回后重新审定', en: 'Decides again what was sent back' },
    stepUp: true,
    keyed: true,
    body: againSchema,
    answer: decidedSchema,
    refusals: [
      ...HEARD,
      ...RECOMPUTED,
      'NOTHING_CHANGES',
      'STAGE_NOT_OPEN',
      'VERSION_CONFLICT',
      'WORKFLOW_CLOSED',
    ],
  }),
  receiveOutcome: endpoint({
    method: 'POST',
    path: `${path}/receipt`,
    tag,
    summary: { zh: '本人确认收到复核（申诉）决定', en: 'Receives the outcome of a contest' },
    keyed: true,
    answer: outcomeReceivedSchema,
    refusals: [...UNDELIVERED, 'STAGE_NOT_OPEN', 'VERSION_CONFLICT', 'WORKFLOW_CLOSED'],
  }),
  deliverOutcome: endpoint({
    method: 'POST',
    path: `${path}/delivery`,
    tag,
    summary: { zh: '登记复核（申诉）决定送达', en: 'Records how an outcome was delivered' },
    keyed: true,
    body: staffDeliverySchema,
    answer: outcomeReceivedSchema,
    refusals: [...UNDELIVERED, ...PROOF, 'STAGE_NOT_OPEN', 'VERSION_CONFLICT', 'WORKFLOW_CLOSED'],
  }),
  appeal: endpoint({
    method: 'POST',
    path: `${path}/appeal`,
    tag,
    summary: { zh: '提出申诉', en: 'Appeals against the outcome of a review' },
    status: 201,
    keyed: true,
    body: appealSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CONTEST_WINDOW_CLOSED', 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
  withdrawContest: endpoint({
    method: 'POST',
    path: `${path}/withdrawal`,
    tag,
    summary: { zh: '撤回复核（申诉）申请', en: 'Takes a contest back' },
    keyed: true,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'ALREADY_DECIDED', 'VERSION_CONFLICT', 'WORKFLOW_CLOSED'],
  }),
  recordKin: endpoint({
    method: 'POST',
    path: '/api/appraisals/:appraisalId/kin',
    tag,
    summary: { zh: '登记亲属关系（回避）', en: 'Records that an account belongs to a relative' },
    keyed: true,
    body: kinSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
