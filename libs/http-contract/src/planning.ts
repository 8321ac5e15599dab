import { z } from 'zod';
import { consultationSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE, templateQuerySchema } from './roster.js';
import { civilDateSchema, idSchema, instantSchema, localTextSchema } from './text.js';

export const calendarDaySchema = z.object({
  date: civilDateSchema,
  working: z.boolean(),
  /** The holiday that falls on it. */
  holiday: localTextSchema.nullable(),
  /** A Saturday or Sunday worked in exchange for a longer holiday. */
  makeUp: z.boolean(),
});
export const calendarYearSchema = z.object({
  calendarId: z.string(),
  version: z.string(),
  hash: z.string(),
  timeZone: z.string(),
  year: z.int(),
  /** The years this calendar knows, in order. */
  known: z.array(z.int()),
  sources: z.array(z.object({ title: localTextSchema, number: z.string(), issued: civilDateSchema })),
  days: z.array(calendarDaySchema),
});
export type CalendarYearView = z.infer<typeof calendarYearSchema>;
/** Of the named calendar, or of the one this release carries. */
export const calendarQuerySchema = z.strictObject({ calendar: z.string().max(64).optional() });

export type CalendarQuery = z.infer<typeof calendarQuerySchema>;

export const planStageSchema = z.object({
  stage: z.enum(['collection', 'survey', 'deliberation', 'notice', 'signature', 'contest']),
  /** Of the step of the approval it is; null where the stage has no steps. */
  title: localTextSchema.nullable(),
  clause: z.string().nullable(),
  workingDays: z.int(),
  /** Null where the calendar does not reach. */
  from: civilDateSchema.nullable(),
  to: civilDateSchema.nullable(),
});
export const planDatesSchema = z.object({
  calendarId: z.string(),
  openOn: civilDateSchema,
  stages: z.array(planStageSchema),
  /** The last day the calendar knows, where the plan leads beyond it; null where it does not. */
  calendarEnds: civilDateSchema.nullable(),
});
export type PlanDatesView = z.infer<typeof planDatesSchema>;
/** Opened on that day; today, unless one is named. */
export const planDatesQuerySchema = templateQuerySchema.extend({
  openOn: civilDateSchema.optional(),
  calendar: z.string().max(64).optional(),
});

export type PlanDatesQuery = z.infer<typeof planDatesQuerySchema>;

export const planDutySchema = z.object({
  id: z.string(),
  kind: z.enum(['open', 'keys', 'mark', 'approve', 'review', 'appeal', 'confirm']),
  title: localTextSchema,
  clause: z.string().nullable(),
  /** The roles it may fall to; none where the rulebook names accounts. */
  roles: z.array(z.string()),
  /** How many it takes at least. */
  atLeast: z.int(),
  /** Whoever holds it now: account ids. */
  people: z.array(idSchema),
  /** Whoever takes over when it is late, or nobody else is left. */
  above: z.array(idSchema),
  gap: z.enum(['nobody', 'too_few']).nullable(),
});
export const planPeopleSchema = z.object({
  units: z.array(z.object({ unitId: idSchema, name: z.string(), duties: z.array(planDutySchema) })),
  people: z.array(z.object({ account: idSchema, name: z.string() })),
});
export type PlanPeopleView = z.infer<typeof planPeopleSchema>;

export const consultationListSchema = z.object({
  items: z.array(consultationSchema.extend({ recordedBy: z.string(), recordedAt: instantSchema })),
  next: z.null(),
});

export const rosterTrialSchema = z.object({
  /** As the header of a roster names them, in its order. */
  columns: z.array(z.object({ id: z.string(), title: localTextSchema, hint: z.string().nullable() })),
  rows: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })),
  /** The first ones; `faultCount` counts them all. */
  faults: z.array(
    z.object({
      row: z.int(),
      column: z.string(),
      code: z.string(),
      message: z.string(),
      messageZh: z.string(),
    }),
  ),
  faultCount: z.int(),
  units: z.array(z.object({ unitId: idSchema, name: z.string(), count: z.int() })),
});
export type RosterTrialView = z.infer<typeof rosterTrialSchema>;

export const planningEndpoints = {
  calendarYear: endpoint({
    method: 'GET',
    path: '/api/calendars/:year',
    tag: 'cycles',
    summary: { zh: '一年的工作日与节假日', en: 'The working days and holidays of a year' },
    query: calendarQuerySchema,
    answer: calendarYearSchema,
    refusals: ['CALENDAR_UNKNOWN', 'CALENDAR_YEAR_UNKNOWN'],
  }),
  planDates: endpoint({
    method: 'GET',
    path: '/api/areas/:areaId/plan-dates',
    tag: 'cycles',
    summary: { zh: '某日启动时各阶段的起止日期', en: 'The dates of every stage if opened on a day' },
    query: planDatesQuerySchema,
    answer: planDatesSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CALENDAR_UNKNOWN', 'CIVIL_DATE_INVALID', 'RULEBOOK_EDITED'],
  }),
  planPeople: endpoint({
    method: 'GET',
    path: '/api/areas/:areaId/plan-people',
    tag: 'cycles',
    summary: { zh: '各单位各步骤现由谁承担', en: 'Who would do what in each unit' },
    query: templateQuerySchema,
    answer: planPeopleSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'RULEBOOK_EDITED'],
  }),
  consultations: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/consultations',
    tag: 'cycles',
    summary: { zh: '已登记的征求意见', en: 'The consultations on record' },
    answer: consultationListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  tryRoster: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/roster/trial',
    tag: 'roster',
    summary: { zh: '检查考核名册（不导入）', en: 'Checks a roster, and imports nothing' },
    consumes: [CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE],
    answer: rosterTrialSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'ROSTER_CLOSED', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'],
  }),
} as const;
