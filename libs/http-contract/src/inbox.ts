import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema, localTextSchema, pageOf } from './text.js';

export const CALENDAR_MEDIA_TYPE = 'text/calendar';

export const taskKindSchema = z.enum([
  'marking',
  'panel_marking',
  'panel_challenge',
  'duty_report',
  'list',
  'correction',
  'objection',
  'result',
  'review',
  'appeal',
  'consequences',
  'held_case',
  'improvement_plan',
  'survey_key',
  'survey_count',
]);

/** One thing that waits for me. */
export const inboxItemSchema = z.object({
  id: idSchema,
  kind: taskKindSchema,
  title: localTextSchema,
  as: z.enum(['self', 'deputy', 'delegate', 'superior']),
  onBehalfOf: z.object({ accountId: idSchema, name: z.string().nullable() }).nullable(),
  source: z.string(), // what it belongs to, such as `list/<cycle>/<unit>/<round>`
  cycleId: idSchema,
  year: z.int(),
  run: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  appraisalId: idSchema.nullable(),
  personName: z.string().nullable(), // for whom, where I may know names; null where it is about more than one
  step: z.string().nullable(),
  verbs: z.array(z.string()),
  count: z.int().nullable(), // of how many marks or people it consists
  since: instantSchema,
  dueAt: instantSchema.nullable(), // as it was said to me; never moves earlier
  overdue: z.boolean(),
  workingDaysLeft: z.int().nullable(), // after today, by the calendar the cycle pinned
  ifNothing: z.enum(['reminded', 'superior_told', 'counts_as_missing', 'stays_open']),
  ifNothingText: localTextSchema,
});
export type InboxItemView = z.infer<typeof inboxItemSchema>;

export const inboxQuerySchema = z.strictObject({
  kind: taskKindSchema.optional(),
  cycleId: idSchema.optional(),
  unitId: idSchema.optional(),
  overdue: z.enum(['true', 'false']).default('false'),
  after: z
    .string()
    .regex(/^\d{1,16}\.[A-Za-z0-9._:-]{1,64}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

const countSchema = { open: z.int(), overdue: z.int() };
export const inboxCountsSchema = z.object({
  ...countSchema,
  kinds: z.array(z.object({ kind: taskKindSchema, ...countSchema })),
});
export type InboxCountsView = z.infer<typeof inboxCountsSchema>;

export const feedAddressSchema = z.object({
  path: z.string(), // of this service; whoever knows it can read my deadlines
  createdAt: instantSchema,
});
export type FeedAddress = z.infer<typeof feedAddressSchema>;
export const feedStateSchema = z.object({ createdAt: instantSchema.nullable() });
export type FeedState = z.infer<typeof feedStateSchema>;
export const feedQuerySchema = z.strictObject({ key: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) });
export type FeedQuery = z.infer<typeof feedQuerySchema>;

const tag = 'inbox';
export const inboxEndpoints = {
  inbox: endpoint({
    method: 'GET',
    path: '/api/inbox',
    tag,
    summary: { zh: '待办：等我处理的事项', en: 'What waits for me, by due date' },
    query: inboxQuerySchema,
    answer: pageOf(inboxItemSchema),
  }),
  inboxCounts: endpoint({
    method: 'GET',
    path: '/api/inbox/counts',
    tag,
    summary: { zh: '待办数量（含逾期）', en: 'How much waits for me, by kind, and how much is overdue' },
    answer: inboxCountsSchema,
  }),
  inboxFeed: endpoint({
    method: 'GET',
    path: '/api/inbox/feed',
    tag,
    summary: { zh: '我的日历订阅是否开启', en: 'Whether there is a calendar address of mine' },
    answer: feedStateSchema,
  }),
  renewInboxFeed: endpoint({
    method: 'PUT',
    path: '/api/inbox/feed',
    tag,
    summary: {
      zh: '生成新的日历订阅地址（旧地址随即失效，只显示这一次）',
      en: 'Makes a new calendar address, shown this once; the one before ends',
    },
    answer: feedAddressSchema,
  }),
  revokeInboxFeed: endpoint({
    method: 'DELETE',
    path: '/api/inbox/feed',
    tag,
    summary: { zh: '停用日历订阅地址', en: 'Ends my calendar address' },
    status: 204,
  }),
  inboxCalendar: endpoint({
    method: 'GET',
    path: '/api/inbox/calendar.ics',
    tag,
    summary: {
      zh: '待办期限日历（凭保密地址，供日历软件订阅）',
      en: 'My deadlines as a calendar, by its secret address',
    },
    query: feedQuerySchema,
    produces: CALENDAR_MEDIA_TYPE,
    refusals: ['NOT_FOUND'],
  }),
} as const;
