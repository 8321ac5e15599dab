import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { consequenceViewSchema } from './results.js';
import { civilDateSchema, idSchema, instantSchema, localTextSchema } from './text.js';

const ruleSchema = z.string().min(1).max(64);
const reasonSchema = z.string().min(1).max(4000);

/** The paragraphs of Labour Contract Law Art 42. */
const paragraphSchema = z.enum([
  'occupational_hazard',
  'work_injury',
  'medical_period',
  'maternity',
  'near_retirement',
  'other_law',
]);
export const documentInputSchema = z.strictObject({
  /** A year of somebody, somebody in any year, or a whole unit. */
  about: z.union([
    z.strictObject({ appraisalId: idSchema }),
    z.strictObject({ personRef: idSchema }),
    z.strictObject({ unitId: idSchema }),
  ]),
  /** A record code of the rulebook's gates, or `protected_period`. */
  record: ruleSchema,
  reference: z.string().min(1).max(200),
  issuedOn: civilDateSchema,
  contentHash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .optional(),
  /** `notice` or `month_pay`, where a record has two lawful forms. */
  form: z.enum(['notice', 'month_pay']).optional(),
  protection: z.strictObject({ paragraph: paragraphSchema, until: civilDateSchema.optional() }).optional(),
});
export type DocumentBody = z.infer<typeof documentInputSchema>;
export const withdrawalSchema = z.strictObject({ reason: reasonSchema });
export type WithdrawalBody = z.infer<typeof withdrawalSchema>;
export const registeredSchema = z.object({ documentId: idSchema });

export const registeredDocumentSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  appraisalId: idSchema.nullable(),
  record: z.string(),
  reference: z.string(),
  issuedOn: civilDateSchema,
  contentHash: z.string().nullable(),
  form: z.string().nullable(),
  paragraph: paragraphSchema.nullable(),
  until: civilDateSchema.nullable(),
  recordedBy: idSchema,
  recordedAt: instantSchema,
});
const carriedOutAsSchema = z.enum(['as_written', 'residents_meeting', 'owning_organ']);
const shownShape = {
  rule: z.string(),
  clause: z.string().nullable(),
  title: localTextSchema,
  effect: z.string(),
  force: consequenceViewSchema.shape.force,
  state: consequenceViewSchema.shape.state,
};
export const gateViewSchema = z.object({
  ...shownShape,
  open: z.boolean(),
  /** Where only somebody else may carry it out, what is confirmed is the referral. */
  carriedOutAs: carriedOutAsSchema,
  conditions: z.array(
    z.object({
      record: z.string(),
      title: localTextSchema,
      met: z.boolean(),
      by: z.string().nullable(), // a document, or `system`
      why: localTextSchema.nullable(),
    }),
  ),
  bars: z.array(z.object({ code: z.string(), clause: z.string(), why: localTextSchema })),
});
export const gatesViewSchema = z.object({
  gates: z.array(gateViewSchema),
  documents: z.array(registeredDocumentSchema),
});
export type GatesView = z.infer<typeof gatesViewSchema>;

const listedConsequenceSchema = z.object({
  ...shownShape,
  params: consequenceViewSchema.shape.params,
  decidedBy: idSchema.nullable(),
  decidedAt: instantSchema.nullable(),
});
export const unitConsequencesSchema = z.object({
  round: z.int(),
  listHash: z.string(),
  people: z.array(
    z.object({
      appraisalId: idSchema,
      name: z.string(),
      category: z.string(),
      status: z.string(),
      result: z.string(),
      ordinary: z.array(listedConsequenceSchema),
      hurting: z.array(
        z.object({
          ...listedConsequenceSchema.shape,
          gateOpen: z.boolean(),
          missing: z.array(z.string()),
          carriedOutAs: carriedOutAsSchema,
        }),
      ),
    }),
  ),
});
export type UnitConsequencesView = z.infer<typeof unitConsequencesSchema>;

export const refusedAttemptSchema = z.object({
  id: idSchema,
  appraisalId: idSchema,
  rules: z.array(z.string()),
  missing: z.array(z.object({ rule: z.string(), record: z.string() })),
  code: z.string(),
  attemptedBy: idSchema,
  attemptedAt: instantSchema,
});
export const refusedAttemptListSchema = z.object({ items: z.array(refusedAttemptSchema), next: z.null() });
export type RefusedAttemptView = z.infer<typeof refusedAttemptSchema>;

export const laterDecisionSchema = z.strictObject({
  confirm: z.array(ruleSchema).max(100).default([]),
  refuse: z.array(ruleSchema).max(100).default([]),
});
export type LaterDecisionBody = z.infer<typeof laterDecisionSchema>;

export const planInputSchema = z.strictObject({
  steps: z.array(z.string().min(1).max(1000)).min(1).max(50),
  workingDays: z.int().min(1).max(250),
  /** The consequence it carries out, where it carries one out. */
  rule: ruleSchema.optional(),
});
export type PlanBody = z.infer<typeof planInputSchema>;
export const planStepSchema = z.strictObject({ step: z.int().min(0), note: reasonSchema });
export type PlanStepBody = z.infer<typeof planStepSchema>;
export const planEndSchema = z.strictObject({ outcome: z.enum(['met', 'not_met']), note: reasonSchema });
export type PlanEndBody = z.infer<typeof planEndSchema>;
export const talkInputSchema = z.strictObject({
  kind: z.enum(['reminder', 'admonition', 'feedback']),
  heldOn: civilDateSchema,
  summary: reasonSchema,
  /** What the person said to it. */
  reply: z.string().min(1).max(4000).optional(),
});
export type TalkBody = z.infer<typeof talkInputSchema>;
const planIdSchema = z.object({ planId: idSchema });
const talkIdSchema = z.object({ talkId: idSchema });
export const followUpSchema = z.object({
  plans: z.array(
    z.object({
      id: idSchema,
      rule: z.string().nullable(),
      steps: z.array(z.string()),
      followedBy: idSchema,
      dueAt: instantSchema,
      setAt: instantSchema,
      ended: z.boolean(),
      acts: z.array(
        z.object({
          step: z.int(), // -1: the end
          outcome: z.enum(['done', 'met', 'not_met']),
          note: z.string(),
          actedBy: idSchema,
          actedAt: instantSchema,
        }),
      ),
    }),
  ),
  talks: z.array(
    z.object({
      id: idSchema,
      kind: talkInputSchema.shape.kind,
      heldOn: civilDateSchema,
      heldBy: idSchema,
      summary: z.string(),
      reply: z.string().nullable(),
    }),
  ),
});
export type FollowUpView = z.infer<typeof followUpSchema>;

const tag = 'decisions';
const appraisal = '/api/appraisals/:appraisalId';
const unit = '/api/cycles/:cycleId/units/:unitId';
const plan = '/api/improvement-plans/:planId';
const PLAN_REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'OWN_LIST', 'PLAN_ENDED', 'DUPLICATE_PLAN_ACT'] as const;
export const decisionEndpoints = {
  registerDocument: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/documents',
    tag,
    summary: { zh: '登记程序文件', en: 'Puts a document on record' },
    status: 201,
    keyed: true,
    body: documentInputSchema,
    answer: registeredSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'OWN_LIST',
      'DOCUMENT_UNKNOWN',
      'DOCUMENT_DATE_INVALID',
      'CIVIL_DATE_INVALID',
    ],
  }),
  withdrawDocument: endpoint({
    method: 'POST',
    path: '/api/documents/:documentId/withdrawal',
    tag,
    summary: { zh: '撤销误登的文件', en: 'Takes back a document registered by mistake' },
    keyed: true,
    body: withdrawalSchema,
    answer: registeredSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'OWN_LIST', 'REASON_REQUIRED', 'DUPLICATE_DOCUMENT'],
  }),
  gates: endpoint({
    method: 'GET',
    path: `${appraisal}/gates`,
    tag,
    summary: { zh: '不利处理的前置条件', en: 'What stands before each hurting consequence' },
    answer: gatesViewSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  unitConsequences: endpoint({
    method: 'GET',
    path: `${unit}/consequences`,
    tag,
    summary: { zh: '单位结果运用清单', en: 'What follows for everyone of a unit' },
    answer: unitConsequencesSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN'],
  }),
  refusedAttempts: endpoint({
    method: 'GET',
    path: `${unit}/refused-attempts`,
    tag,
    summary: { zh: '被拒绝的确认记录', en: 'Attempts a gate refused' },
    answer: refusedAttemptListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  decideLater: endpoint({
    method: 'POST',
    path: `${appraisal}/later-decisions`,
    tag,
    summary: { zh: '记录之后决定可以办理的事项', en: 'Decides after the record what an office may do' },
    keyed: true,
    body: laterDecisionSchema,
    answer: doneSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'OWN_LIST',
      'CONSEQUENCE_UNKNOWN',
      'GATE_RECORDS_MISSING',
      'GATE_CLOSED_BY_LAW',
      'NOTHING_TO_CONFIRM',
      'STAGE_NOT_OPEN',
    ],
  }),
  setPlan: endpoint({
    method: 'POST',
    path: `${appraisal}/improvement-plans`,
    tag,
    summary: { zh: '责令限期改进', en: 'Sets a plan to improve by a deadline' },
    status: 201,
    keyed: true,
    body: planInputSchema,
    answer: planIdSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'OWN_LIST',
      'STAGE_NOT_OPEN',
      'CONSEQUENCE_UNKNOWN',
      'CALENDAR_YEAR_UNKNOWN',
    ],
  }),
  recordPlanStep: endpoint({
    method: 'POST',
    path: `${plan}/steps`,
    tag,
    summary: { zh: '登记改进步骤完成', en: 'Records that a step of a plan was done' },
    keyed: true,
    body: planStepSchema,
    answer: doneSchema,
    refusals: PLAN_REFUSALS,
  }),
  endPlan: endpoint({
    method: 'POST',
    path: `${plan}/end`,
    tag,
    summary: { zh: '登记改进结果', en: 'Says how a plan ended' },
    keyed: true,
    body: planEndSchema,
    answer: doneSchema,
    refusals: [...PLAN_REFUSALS, 'PLAN_STEPS_OPEN'],
  }),
  recordTalk: endpoint({
    method: 'POST',
    path: `${appraisal}/talks`,
    tag,
    summary: { zh: '登记谈话', en: 'Records a talk' },
    status: 201,
    keyed: true,
    body: talkInputSchema,
    answer: talkIdSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'OWN_LIST', 'DOCUMENT_DATE_INVALID', 'PERSON_ERASED'],
  }),
  followUp: endpoint({
    method: 'GET',
    path: `${appraisal}/follow-up`,
    tag,
    summary: { zh: '改进计划与谈话记录', en: 'Plans and talks after a result' },
    answer: followUpSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
