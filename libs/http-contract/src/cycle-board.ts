import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { inboxItemSchema, inboxQuerySchema, taskKindSchema } from './inbox.js';
import { idSchema, instantSchema, pageOf } from './text.js';

export const EVENTS_MEDIA_TYPE = 'text/event-stream';

/** One thing a cycle waits for, and who is to do it. Whom it is about is left out. */
export const waitingItemSchema = inboxItemSchema
  .pick({
    ...{ id: true, kind: true, title: true, as: true, unitId: true, unitName: true, step: true },
    ...{ count: true, since: true, dueAt: true, overdue: true, workingDaysLeft: true },
  })
  .extend({
    accountId: idSchema,
    name: z.string(),
    remindedAt: instantSchema.nullable().describe('最近一次催办 / when somebody last sent a reminder'),
  });
export const waitingSchema = pageOf(waitingItemSchema).extend({
  totals: z
    .object({ people: z.int(), tasks: z.int(), overdue: z.int() })
    .nullable()
    .describe('符合条件的总数，仅第一页 / of all that was asked for, with the first page only'),
});
export type WaitingView = z.infer<typeof waitingSchema>;

const lateSchema = z.enum(['true', 'false']).default('false');
export const waitingQuerySchema = inboxQuerySchema
  .pick({ kind: true, unitId: true, after: true })
  .extend({ late: lateSchema, limit: z.coerce.number().int().min(1).max(500).default(100) });
export type WaitingQuery = z.infer<typeof waitingQuerySchema>;

export const remindersSchema = z.strictObject({
  kind: taskKindSchema.optional(),
  unitId: idSchema.optional(),
  late: z.boolean().describe('只催逾期的 / only what is overdue'),
  /** Of what is found only these. */
  tasks: z.array(idSchema).min(1).max(500).optional(),
});
export type RemindersBody = z.infer<typeof remindersSchema>;
export const remindedSchema = z.object({
  tasks: z.int(),
  people: z.int(),
  written: z.int().describe('将收到消息的人数 / people a message goes out to'),
  writtenToday: z.int().describe('今天已有消息的人数 / people who get one today anyway'),
  alreadyReminded: z.int().describe('今天已催过的事项 / tasks reminded of today before'),
  unreachable: z.array(z.object({ name: z.string(), problem: z.enum(['NO_CONTACT', 'ACCOUNT_DISABLED']) })),
  rehearsal: z.boolean().describe('演练不发消息 / in a rehearsal nobody is written to'),
  left: z.int().describe('超出一次上限、尚未催办 / too many for one time'),
});
export type RemindedView = z.infer<typeof remindedSchema>;

export const earlyClosingsSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      unitId: idSchema,
      reason: z.string(),
      closedBy: idSchema,
      name: z.string().nullable(), // only for those who may know names there
      closedAt: instantSchema,
    }),
  ),
});

const tag = 'cycles';
export const cycleBoardEndpoints = {
  waiting: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/waiting',
    tag,
    summary: {
      zh: '在等谁办什么（最逾期的在前）',
      en: 'Whom a cycle waits for and for what, the latest first',
    },
    query: waitingQuerySchema,
    answer: waitingSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  sendReminders: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/reminders',
    tag,
    summary: {
      zh: '批量催办（每事项每天至多一次）',
      en: 'Reminds whoever is waited for, of each task at most once a day',
    },
    keyed: true,
    body: remindersSchema,
    answer: remindedSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CYCLE_STATE'],
  }),
  cycleEvents: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/events',
    tag,
    summary: {
      zh: '进度实时推送：现状及每次变化',
      en: 'Where the cycle stands, now and whenever that changes, as server-sent events',
    },
    produces: EVENTS_MEDIA_TYPE,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'TOO_MANY_STREAMS'],
  }),
  earlyClosings: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/early-closings',
    tag,
    summary: { zh: '提前结束评价的记录与理由', en: 'Which units were closed early, by whom and why' },
    answer: earlyClosingsSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
