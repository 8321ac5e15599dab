import { APPROVAL_VERBS } from '@kaoji/domain/approval';
import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { acknowledgedSchema } from './deliberation.js';
import { endpoint } from './endpoint.js';
import type { ProblemCode } from './problem-codes.js';
import { exactTextSchema, idSchema, instantSchema } from './text.js';

const verbSchema = z.enum(APPROVAL_VERBS);
const reasonSchema = z.string().min(1).max(4000);
const listSchema = {
  round: z.int().min(1),
  listHash: z.string().min(1).max(128),
  step: idSchema,
};

export const actSchema = z.strictObject({
  ...listSchema,
  /** An appraisee's challenge has a route of its own. */
  verb: verbSchema.exclude(['challenge']),
  /** Whose seat is used, by their standing deputy. */
  onBehalfOf: idSchema.optional(),
  /** Accounts: whom it is passed on to, who is added, copied or urged; of a hand-over who leaves, and who follows. */
  to: z.array(idSchema).min(1).max(20).optional(),
  /** Of a return: an earlier step, or `collection`. */
  returnTo: idSchema.optional(),
  /** Of a return: the appraisals it is about; absent: the whole list. */
  appraisals: z.array(idSchema).min(1).max(1000).optional(),
  /** Of a withdrawal: the act that is taken back. */
  act: idSchema.optional(),
  /** Of a superior after an escalation: whose seat; absent: the first that waits. */
  seat: z.string().max(128).optional(),
  reason: reasonSchema.optional(),
  /** Of an approval: each uncertain case, with why its result stands. */
  acknowledged: acknowledgedSchema.optional(),
});
export type ActBody = z.infer<typeof actSchema>;

export const actedSchema = z.object({
  act: idSchema,
  seq: z.int(),
  version: z.int(),
  status: z.enum(['open', 'approved', 'rejected', 'returned']),
  step: idSchema,
  waiting: z.array(idSchema),
});
export type ActedView = z.infer<typeof actedSchema>;

export const manyActsSchema = z.strictObject({
  verb: verbSchema.extract(['claim', 'approve', 'abstain', 'urge', 'read']),
  onBehalfOf: idSchema.optional(),
  reason: reasonSchema.optional(),
  lists: z
    .array(
      z.strictObject({
        cycleId: idSchema,
        unitId: idSchema,
        ...listSchema,
        acknowledged: acknowledgedSchema.optional(),
      }),
    )
    .min(1)
    .max(50),
});
export type ManyActsBody = z.infer<typeof manyActsSchema>;

const namedSchema = z.array(z.object({ account: idSchema, name: z.string() }));
const seatSchema = z.object({
  id: z.string(),
  holder: idSchema,
  weight: z.number(),
  origin: z.string(),
  claimedBy: idSchema.nullable(),
  state: z.string(),
});
const stepSchema = z.object({
  id: idSchema,
  many: z.object({
    mode: z.enum(['all', 'one', 'in_order', 'vote']),
    threshold: exactTextSchema.optional(),
    inclusive: z.boolean().optional(),
    of: z.enum(['seated', 'cast']).optional(),
    quorum: exactTextSchema.optional(),
  }),
  seats: z.array(z.object({ holder: idSchema, weight: z.number() })),
  superiors: z.array(idSchema),
  returnTo: z.array(z.string()),
  reasonFor: z.array(z.string()),
  batch: z.boolean(),
  recused: z.array(z.object({ account: idSchema, why: z.string() })),
});
export const approvalViewSchema = z.object({
  round: z.int(),
  listHash: z.string(),
  version: z.int(),
  status: z.enum(['open', 'approved', 'rejected', 'returned']),
  step: idSchema,
  opening: z.int(),
  since: instantSchema,
  escalateAt: instantSchema,
  escalated: z.boolean(),
  steps: z.array(stepSchema),
  seats: z.array(seatSchema),
  challenges: z.array(z.object({ against: idSchema, act: idSchema })),
  /** Who stood aside, beside those left out by rule. */
  recused: z.array(idSchema),
  returned: z
    .object({ to: z.string(), appraisals: z.union([z.literal('all'), z.array(idSchema)]) })
    .nullable(),
  /** Who may act now, and how. */
  tasks: z.array(
    z.object({
      account: idSchema,
      seat: z.string(),
      step: idSchema,
      as: z.enum(['self', 'delegate', 'superior']),
      onBehalfOf: idSchema.nullable(),
      verbs: z.array(verbSchema),
    }),
  ),
  people: namedSchema,
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;

export const actRowSchema = z.object({
  id: idSchema,
  round: z.int(),
  seq: z.int(),
  verb: verbSchema,
  step: idSchema,
  actBy: idSchema,
  onBehalfOf: idSchema.nullable(),
  actAt: instantSchema,
  target: z.object({
    to: z.array(idSchema).optional(),
    returnTo: z.string().optional(),
    appraisals: z.array(idSchema).optional(),
    act: idSchema.optional(),
    seat: z.string().optional(),
    batch: z.boolean().optional(),
  }),
  reason: z.string().nullable(),
  acknowledged: acknowledgedSchema,
});
export const actListSchema = z.object({ items: z.array(actRowSchema), people: namedSchema });
export type ActListView = z.infer<typeof actListSchema>;

export const recusalRequestSchema = z.strictObject({ against: idSchema, reason: reasonSchema });
export type RecusalRequestBody = z.infer<typeof recusalRequestSchema>;

export const deputyInputSchema = z.strictObject({
  deputy: idSchema,
  fromAt: instantSchema,
  untilAt: instantSchema,
  reason: reasonSchema.optional(),
});
export type DeputyBody = z.infer<typeof deputyInputSchema>;
const deputySchema = z.object({
  id: idSchema,
  principal: idSchema,
  deputy: idSchema,
  fromAt: instantSchema,
  untilAt: instantSchema,
  reason: z.string().nullable(),
  givenAt: instantSchema,
  endedAt: instantSchema.nullable(),
});

/** What decides; passing on, asking or reading does not. */
const DECISIONS = ['approve', 'return', 'reject'] as const;

const tag = 'approval';
const path = '/api/cycles/:cycleId/units/:unitId';
const ACT_REFUSALS = [
  'FORBIDDEN',
  'NOT_FOUND',
  'OWN_LIST',
  'DEPUTY_NOT_VALID',
  'ACCOUNT_UNKNOWN',
  'REASON_REQUIRED',
  'UNCERTAIN_NOT_ACKNOWLEDGED',
  'STAGE_NOT_OPEN',
  'ROUND_STALE',
  'LIST_CHANGED',
  'ALREADY_DECIDED',
  'WORKFLOW_CLOSED',
  'NOT_YOUR_TURN',
  'ALREADY_ACTED',
  'CLAIMED_BY_OTHER',
  'NOT_CLAIMED',
  'RECUSED',
  'RETURN_TARGET_UNKNOWN',
  'NOTHING_TO_WITHDRAW',
  'ACT_RELIED_ON',
  'SEAT_TAKEN',
  'SEAT_NOT_YOURS_TO_REMOVE',
  'VERB_NOT_ALLOWED',
  'BATCH_REFUSED',
] as const satisfies readonly ProblemCode[];

export const actEndpoints = {
  act: endpoint({
    method: 'POST',
    path: `${path}/acts`,
    tag,
    summary: { zh: '办理：同意、退回、转办等', en: 'Acts on a list: approve, return, pass on' },
    stepUp: DECISIONS,
    keyed: true,
    body: actSchema,
    answer: actedSchema,
    refusals: ACT_REFUSALS,
  }),
  acts: endpoint({
    method: 'GET',
    path: `${path}/acts`,
    tag,
    summary: { zh: '办理记录', en: 'Every act on the lists of a unit, with its reason' },
    answer: actListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  approval: endpoint({
    method: 'GET',
    path: `${path}/approval`,
    tag,
    summary: { zh: '审批现状', en: 'Where the approval of the latest list stands' },
    answer: approvalViewSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  actOnMany: endpoint({
    method: 'POST',
    path: '/api/acts',
    tag,
    summary: { zh: '批量办理', en: 'The same act on several lists' },
    stepUp: DECISIONS,
    keyed: true,
    body: manyActsSchema,
    answer: z.object({
      items: z.array(
        z.object({
          cycleId: idSchema,
          unitId: idSchema,
          acted: actedSchema.nullable(),
          refused: z.object({ code: z.string(), message: z.string() }).nullable(),
        }),
      ),
    }),
  }),
  requestRecusal: endpoint({
    method: 'POST',
    path: '/api/appraisals/:appraisalId/recusal-requests',
    tag,
    summary: { zh: '申请回避', en: 'Asks that somebody stand aside' },
    keyed: true,
    body: recusalRequestSchema,
    answer: actedSchema,
    refusals: ACT_REFUSALS,
  }),
  deciders: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/deciders',
    tag,
    summary: { zh: '审议人员', en: 'Who decides on the list one is on' },
    answer: z.object({ round: z.int(), step: idSchema, deciders: namedSchema }),
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN'],
  }),
  deputies: endpoint({
    method: 'GET',
    path: '/api/deputies',
    tag,
    summary: { zh: '代理', en: 'Deputies one has given, and whom one may act for now' },
    answer: z.object({
      given: z.array(deputySchema),
      actsFor: z.array(deputySchema),
      /** Whom one may make a deputy: who could decide in one's units or areas. */
      possible: namedSchema,
      people: namedSchema,
    }),
  }),
  giveDeputy: endpoint({
    method: 'POST',
    path: '/api/deputies',
    tag,
    summary: { zh: '设定代理', en: 'Gives oneself a standing deputy' },
    status: 201,
    keyed: true,
    body: deputyInputSchema,
    answer: z.object({ id: idSchema }),
    refusals: ['FORBIDDEN', 'ACCOUNT_UNKNOWN', 'DEPUTY_SPAN_INVALID'],
  }),
  endDeputy: endpoint({
    method: 'POST',
    path: '/api/deputies/:deputyId/end',
    tag,
    summary: { zh: '收回代理', en: 'Takes a deputy back' },
    answer: doneSchema,
    refusals: ['NOT_FOUND'],
  }),
} as const;
