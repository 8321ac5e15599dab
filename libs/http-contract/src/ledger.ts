import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { CSV_MEDIA_TYPE, importedSchema, XLSX_MEDIA_TYPE } from './roster.js';
import { hashSchema } from './rulebooks.js';
import { civilDateSchema, idSchema, instantSchema } from './text.js';

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const lineShape = {
  key: z.string(),
  year: z.int(),
  effect: z.string(),
  params: paramsSchema,
  effectiveOn: civilDateSchema,
};
export const ledgerViewSchema = z.object({
  personRef: idSchema,
  at: civilDateSchema,
  state: z.object({
    paySteps: z.int(),
    countedYears: z.int(),
    performancePay: z.array(z.object({ year: z.int(), coefficient: z.string().nullable() })),
    postsLowered: z.int(),
    standing: z.array(z.object(lineShape)),
  }),
  entries: z.array(
    z.object({
      ...lineShape,
      cycleId: idSchema,
      appraisalId: idSchema,
      rule: z.string(),
      clause: z.string().nullable(),
      reverses: z.string().nullable(),
      because: z.string().nullable(),
      confirmedBy: idSchema,
      enteredAt: instantSchema,
    }),
  ),
});
export type LedgerView = z.infer<typeof ledgerViewSchema>;

/** The day at which the ledger is added up; today when absent. */
export const ledgerQuerySchema = z.strictObject({ at: civilDateSchema.optional() });
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
/** Civil dates, both included, of a period that is over. */
export const payrollPeriodSchema = z.strictObject({
  areaId: idSchema,
  from: civilDateSchema,
  to: civilDateSchema,
});
export type PayrollPeriodBody = z.infer<typeof payrollPeriodSchema>;
export const payrollExportListSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      fromDay: civilDateSchema,
      toDay: civilDateSchema,
      format: z.enum(['csv', 'xlsx']),
      entries: z.int(),
      contentHash: z.string(),
      exportedBy: idSchema,
      exportedAt: instantSchema,
    }),
  ),
  next: z.null(),
});
export const earlierGradesQuerySchema = z.strictObject({ area: idSchema, rulebook: hashSchema });

const tag = 'ledger';
const exported = (format: 'csv' | 'xlsx', produces: string, zh: string, en: string) =>
  endpoint({
    method: 'POST',
    path: `/api/payroll-exports/${format}`,
    tag,
    summary: { zh, en },
    body: payrollPeriodSchema,
    produces,
    refusals: ['FORBIDDEN', 'PERIOD_INVALID', 'CIVIL_DATE_INVALID'],
  });

export const ledgerEndpoints = {
  ownLedger: endpoint({
    method: 'GET',
    path: '/api/ledger/mine',
    tag,
    summary: { zh: '我的待遇台账', en: 'My own entitlement ledger' },
    query: ledgerQuerySchema,
    answer: ledgerViewSchema,
    refusals: ['NOT_FOUND', 'CIVIL_DATE_INVALID'],
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/api/people/:personRef/ledger',
    tag,
    summary: { zh: '待遇台账', en: "Somebody's entitlement ledger" },
    query: ledgerQuerySchema,
    answer: ledgerViewSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CIVIL_DATE_INVALID'],
  }),
  payrollCsv: exported('csv', CSV_MEDIA_TYPE, '导出工资事项(CSV)', 'Exports a period for payroll, CSV'),
  payrollXlsx: exported('xlsx', XLSX_MEDIA_TYPE, '导出工资事项(Excel)', 'Exports a period for payroll, XLSX'),
  payrollExports: endpoint({
    method: 'GET',
    path: '/api/areas/:areaId/payroll-exports',
    tag,
    summary: { zh: '工资事项导出记录', en: 'Every export for payroll' },
    answer: payrollExportListSchema,
    refusals: ['FORBIDDEN'],
  }),
  importEarlierGrades: endpoint({
    method: 'POST',
    path: '/api/earlier-grades',
    tag,
    summary: { zh: '导入往年考核结果', en: 'Imports results of earlier years, with their documents' },
    query: earlierGradesQuerySchema,
    consumes: [CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE],
    answer: importedSchema,
    refusals: [
      'FORBIDDEN',
      'RULEBOOK_UNKNOWN',
      'GRADES_INVALID',
      'VERSION_CONFLICT',
      'FILE_UNREADABLE',
      'FILE_TOO_LARGE',
    ],
  }),
} as const;
