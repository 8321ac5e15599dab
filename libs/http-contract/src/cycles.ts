import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { hashSchema } from './rulebooks.js';
import {
  civilDateSchema,
  exactTextSchema,
  factsSchema,
  idSchema,
  instantSchema,
  pageOf,
  pageQuerySchema,
} from './text.js';

export const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendar') }),
  z.strictObject({ kind: z.literal('rehearsal'), workingDayMs: z.int().min(1).max(86_400_000) }),
]);
export const cycleUnitPlanSchema = z.strictObject({
  unitId: idSchema,
  facts: factsSchema.default({}),
  headcount: z.int().min(0).max(100_000).optional(),
  pool: idSchema.optional(),
});
export const createCycleSchema = z.strictObject({
  areaId: idSchema,
  year: z.int().min(2000).max(2100),
  rulebookHash: hashSchema,
  calendarId: z.string().max(64).optional(),
  clock: clockSchema,
  drawSeed: z.string().min(1).max(64),
  units: z.array(cycleUnitPlanSchema).min(1).max(500),
});
export type CreateCycleInput = z.infer<typeof createCycleSchema>;

export const cycleStateSchema = z.enum(['draft', 'consulted', 'published', 'open', 'closed']);
export const unitStateSchema = z.enum([
  'planned',
  'collecting',
  'composed',
  'deliberating',
  'notice',
  'notified',
  'finished',
]);
export const cycleUnitSchema = z.object({
  unitId: idSchema,
  name: z.string(),
  state: unitStateSchema,
  round: z.int(),
  facts: factsSchema,
  headcount: z.int().nullable(),
  pool: z.string().nullable(),
  collectionClosesAt: instantSchema.nullable(),
  noticeEndsAt: instantSchema.nullable(),
  appraisals: z.int(),
  waiting: z.int().describe('有待办事项的人数 / people for whom something waits'),
  late: z.int().describe('其中有逾期事项的人数 / of them, those with something overdue'),
  version: z.int(),
});
export const cycleItemSchema = z.object({
  id: idSchema,
  key: z.string(),
  run: z.string(),
  areaId: idSchema,
  year: z.int(),
  rulebookHash: hashSchema,
  calendarHash: z.string(),
  clock: clockSchema,
  drawSeed: z.string(),
  state: cycleStateSchema,
  version: z.int(),
  openedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
});
export const cycleSchema = cycleItemSchema.extend({ units: z.array(cycleUnitSchema) });
export type CycleItem = z.infer<typeof cycleItemSchema>;
export type CycleUnitView = z.infer<typeof cycleUnitSchema>;
export type CycleView = z.infer<typeof cycleSchema>;
export const cycleListSchema = pageOf(cycleItemSchema);

export const createdCycleSchema = cycleItemSchema.pick({
  id: true,
  key: true,
  run: true,
  state: true,
  version: true,
});
export type CreatedCycle = z.infer<typeof createdCycleSchema>;
/** Where the cycle stands after a step of the plan. */
export const cycleStepSchema = z.object({ id: idSchema, state: cycleStateSchema, version: z.int() });
export type CycleStep = z.infer<typeof cycleStepSchema>;

export const consultationSchema = z.strictObject({
  heldOn: civilDateSchema,
  form: z.enum(['staff_congress', 'meeting', 'written']),
  summary: z.string().min(1).max(4000),
});
export type ConsultationInput = z.infer<typeof consultationSchema>;

export const appraisalItemSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  communityId: idSchema,
  personRef: idSchema,
  name: z.string().nullable(), // only for those who work with this unit
  posts: z.array(z.string()),
  category: z.string(),
  status: z.enum([
    'planned',
    'open',
    'sealed',
    'graded',
    'held',
    'contested',
    'awaiting_confirmation',
    'recorded',
    'left',
  ]),
  eligibility: z.string().nullable(),
  joinedLate: z.boolean(),
  /** Once notified, for those who may read results. */
  result: z
    .object({
      status: z.string(),
      grade: z.string().nullable(),
      composite: exactTextSchema.nullable(),
      rule: z.string().nullable(),
      clause: z.string().nullable(),
      notifiedAt: instantSchema,
      contestUntil: instantSchema.nullable(),
    })
    .nullable(),
  version: z.int(),
});
export type AppraisalItem = z.infer<typeof appraisalItemSchema>;
export const appraisalListSchema = pageOf(appraisalItemSchema);
/** Of the whole cycle, or of one of its units. */
export const appraisalQuerySchema = pageQuerySchema.extend({ unitId: idSchema.optional() });
export type AppraisalQuery = z.infer<typeof appraisalQuerySchema>;

export const closeCollectionSchema = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
export type CloseCollectionBody = z.infer<typeof closeCollectionSchema>;

export const doneSchema = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof doneSchema>;

const tag = 'cycles';
export const cycleEndpoints = {
  createCycle: endpoint({
    method: 'POST',
    path: '/api/cycles',
    tag,
    summary: { zh: '制定年度考核方案', en: 'Plans a cycle' },
    status: 201,
    keyed: true,
    body: createCycleSchema,
    answer: createdCycleSchema,
    refusals: [
      'FORBIDDEN',
      'UNIT_UNKNOWN',
      'UNIT_FACTS_INVALID',
      'RULEBOOK_UNKNOWN',
      'RULEBOOK_EDITED',
      'CALENDAR_UNKNOWN',
      'DUPLICATE_CYCLE',
    ],
  }),
  recordConsultation: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/consultation',
    tag,
    summary: { zh: '登记征求职工意见', en: 'Records that staff were consulted' },
    body: consultationSchema,
    answer: cycleStepSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CYCLE_STATE', 'CIVIL_DATE_INVALID'],
  }),
  publishPlan: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/publish',
    tag,
    summary: { zh: '公布考核方案', en: 'Publishes the plan' },
    stepUp: true,
    answer: cycleStepSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CYCLE_STATE', 'CONSULTATION_MISSING'],
  }),
  openCycle: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/open',
    tag,
    summary: { zh: '启动考核', en: 'Opens the cycle' },
    stepUp: true,
    status: 202,
    answer: cycleStepSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'CYCLE_STATE',
      'PLAN_NOT_PUBLISHED',
      'ROSTER_EMPTY',
      'CALENDAR_YEAR_UNKNOWN',
      'RULEBOOK_EDITED',
    ],
  }),
  cycles: endpoint({
    method: 'GET',
    path: '/api/cycles',
    tag,
    summary: { zh: '考核列表', en: 'Cycles I may see' },
    query: pageQuerySchema,
    answer: cycleListSchema,
  }),
  cycle: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId',
    tag,
    summary: { zh: '一次考核及各单位进度', en: 'One cycle and where each unit stands' },
    answer: cycleSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  appraisals: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/appraisals',
    tag,
    summary: { zh: '考核对象列表', en: 'The appraisals of a cycle' },
    query: appraisalQuerySchema,
    answer: appraisalListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  closeCollection: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/close-collection',
    tag,
    summary: {
      zh: '提前结束评价（须说明理由）',
      en: 'Closes the collection early, for a reason that is kept',
    },
    body: closeCollectionSchema,
    stepUp: true,
    keyed: true,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
} as const;
