import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { hashSchema } from './rulebooks.js';
import { factsSchema, idSchema } from './text.js';

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_MEDIA_TYPE = 'text/csv';
export const importedSchema = z.object({ imported: z.int() });
export type Imported = z.infer<typeof importedSchema>;

const punishmentSchema = z.strictObject({
  kind: z.string().max(64),
  year: z.int().min(1950).max(2100),
  linkedToDuty: z.boolean().default(false),
});
const earlierSchema = z.strictObject({ year: z.int().min(1950).max(2100), result: z.string().max(64) });

/** One line of the roster. Either a person already known (`personRef`) or a new one (`name`, `phone`). */
export const rosterEntrySchema = z.strictObject({
  personRef: idSchema.optional(),
  name: z.string().min(1).max(64).optional(),
  phone: z
    .string()
    .regex(/^\+?[0-9 -]{5,20}$/)
    .optional(),
  unit: z.string().min(1).max(128), // id or name
  community: z.string().min(1).max(128), // id or name
  posts: z.array(z.string().max(64)).min(1).max(2),
  category: z.string().min(1).max(64),
  facts: factsSchema.default({}),
  punishments: z.array(punishmentSchema).max(50).default([]),
  earlier: z.array(earlierSchema).max(60).default([]),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;
export const admittedSchema = z.object({ appraisalId: idSchema });
export type Admitted = z.infer<typeof admittedSchema>;

export const templateQuerySchema = z.strictObject({ rulebook: hashSchema });

const template = (file: string, zh: string, en: string, produces: string) =>
  endpoint({
    method: 'GET',
    path: `/api/templates/${file}`,
    tag: 'templates',
    summary: { zh, en },
    query: templateQuerySchema,
    produces,
    refusals: ['NOT_FOUND'],
  });

export const rosterEndpoints = {
  importRoster: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/roster',
    tag: 'roster',
    summary: { zh: '导入考核名册（整份成功或整份不导入）', en: 'Imports the roster, all of it or nothing' },
    consumes: [CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE],
    answer: importedSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'ROSTER_INVALID',
      'ROSTER_CLOSED',
      'FILE_UNREADABLE',
      'FILE_TOO_LARGE',
    ],
  }),
  admitAppraisee: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/appraisees',
    tag: 'roster',
    summary: { zh: '年中加入一名考核对象', en: 'Adds someone who joins mid-cycle' },
    status: 201,
    keyed: true,
    body: rosterEntrySchema,
    answer: admittedSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'ROSTER_INVALID',
      'DUPLICATE_APPRAISEE',
      'CYCLE_STATE',
      'COLLECTION_CLOSED',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
  rosterCsv: template('roster.csv', '名册模板(CSV)', 'Roster template, CSV', CSV_MEDIA_TYPE),
  rosterXlsx: template('roster.xlsx', '名册模板(Excel)', 'Roster template, XLSX', XLSX_MEDIA_TYPE),
  marksCsv: template('marks.csv', '评分表模板(CSV)', 'Marks template, CSV', CSV_MEDIA_TYPE),
  marksXlsx: template('marks.xlsx', '评分表模板(Excel)', 'Marks template, XLSX', XLSX_MEDIA_TYPE),
} as const;
