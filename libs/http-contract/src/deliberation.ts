import { z } from 'zod';
import { doneSchema, unitStateSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import {
  decisionSchema,
  flagSchema,
  lineReasonSchema,
  needsPeopleSchema,
  proposedConsequenceSchema,
  quotaSheetSchema,
} from './evaluation.js';
import { resultChangeSchema } from './objections.js';
import { idSchema, instantSchema, localTextSchema } from './text.js';

export const listPersonSchema = z.object({
  appraisalId: idSchema,
  name: z.string(),
  posts: z.array(z.string()),
  /** Where the table shows them: seats by rank, then who has none by rank, then the others by composite; from 1. */
  place: z.int(),
  /** By dimension; null where nothing was measured. */
  dimensions: z.record(z.string(), z.string().nullable()),
  composite: z.string().nullable(),
  provisional: decisionSchema,
  final: decisionSchema,
  rule: z.string(),
  clause: z.string().nullable(),
  why: localTextSchema,
  line: lineReasonSchema.nullable(),
  flags: z.array(flagSchema),
  /** Why named people must decide about this person; empty for most. */
  needsPeople: z.array(needsPeopleSchema),
  acknowledged: z.string().nullable(),
  consequences: z.array(proposedConsequenceSchema),
});
export const deliberationRowSchema = z.object({
  round: z.int(),
  verdict: z.enum(['approve', 'return']),
  reason: z.string().nullable(),
  decidedBy: idSchema,
  decidedAt: instantSchema,
});
export const unitListViewSchema = z.object({
  round: z.int(),
  listHash: z.string(),
  stage: unitStateSchema,
  /** Where its approval stands, and who may act now; null while it is not shown to them yet. */
  approval: z
    .object({ step: idSchema, status: z.string(), version: z.int(), waiting: z.array(idSchema) })
    .nullable(),
  sheet: quotaSheetSchema,
  /** What the dimensions are called, in the order of the rulebook. */
  dimensions: z.array(z.object({ id: z.string(), title: localTextSchema })),
  people: z.array(listPersonSchema),
  /** What this round says, beside the round before; empty in the first. */
  changes: z.array(resultChangeSchema),
  earlier: z.array(deliberationRowSchema),
});
export type UnitListView = z.infer<typeof unitListViewSchema>;
export type ListPerson = z.infer<typeof listPersonSchema>;

/** Each uncertain case, with why its result stands. */
export const acknowledgedSchema = z
  .array(z.strictObject({ appraisalId: idSchema, reason: z.string().min(1).max(4000) }))
  .max(1000);
export const resubmitSchema = z.strictObject({ round: z.int().min(1) });
export type ResubmitBody = z.infer<typeof resubmitSchema>;

const tag = 'deliberation';
const path = '/api/cycles/:cycleId/units/:unitId';
export const deliberationEndpoints = {
  unitList: endpoint({
    method: 'GET',
    path: `${path}/list`,
    tag,
    summary: { zh: '待审议名单', en: "The unit's list as composed" },
    answer: unitListViewSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN'],
  }),
  resubmit: endpoint({
    method: 'POST',
    path: `${path}/resubmit`,
    tag,
    summary: { zh: '退回后重新汇总', en: 'Composes a returned list again' },
    keyed: true,
    body: resubmitSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN', 'ROUND_STALE', 'WORKFLOW_CLOSED'],
  }),
} as const;
