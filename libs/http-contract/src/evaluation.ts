import type { DerivationNode, PersonEvaluation, QuotaSheet } from '@kaoji/domain';
import { z } from 'zod';
import { localTextSchema } from './text.js';

/** The engine's own results on the wire; the types are the domain's. */
export const derivationSchema: z.ZodType<DerivationNode> = z
  .lazy(() =>
    z.object({
      what: localTextSchema,
      value: z.string(),
      operation: z.looseObject({ op: z.string() }),
      rule: z.string().optional(),
      clause: z.string().optional(),
      note: localTextSchema.optional(),
      children: z.array(derivationSchema),
    }),
  )
  .meta({ id: 'DerivationNode' }) as unknown as z.ZodType<DerivationNode>;

export const decisionSchema = z.object({
  status: z.enum(['graded', 'comment_only', 'ungraded', 'held', 'undecided']),
  grade: z.string().nullable(),
  by: z.enum(['hold', 'exclusion', 'veto', 'discipline', 'band', 'quota', 'people']),
  rule: z.string(),
  clause: z.string().nullable(),
  why: localTextSchema,
});
export const lineReasonSchema = z.object({
  rank: z.int(),
  seats: z.int(),
  side: z.enum(['in', 'out']),
  decidedBy: z.string(),
  why: localTextSchema,
});
export const flagSchema = z.object({ code: z.string(), why: localTextSchema });
export const needsPeopleSchema = z.enum(['survey_near_line']);
export const proposedConsequenceSchema = z.object({
  rule: z.string(),
  clause: z.string().nullable(),
  title: localTextSchema,
  effect: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  adverse: z.boolean(),
  force: z.enum(['confirm', 'may', 'inform']),
  gate: z
    .object({
      rule: z.string(),
      title: localTextSchema,
      requires: z.array(z.object({ record: z.string(), title: localTextSchema })),
    })
    .nullable(),
});
export const personEvaluationSchema = z.object({
  id: z.string(),
  unit: z.string(),
  eligibility: decisionSchema,
  dimensions: z.record(z.string(), z.string().nullable()),
  composite: z.string().nullable(),
  provisional: decisionSchema,
  final: decisionSchema,
  line: lineReasonSchema.nullable(),
  flags: z.array(flagSchema),
  needsPeople: z.array(needsPeopleSchema).default([]),
  consequences: z.array(proposedConsequenceSchema),
  term: z.object({ result: z.string(), rule: z.string(), clause: z.string().nullable() }).nullable(),
  derivation: derivationSchema.optional(),
}) as unknown as z.ZodType<PersonEvaluation>;

export const quotaSheetSchema = z.object({
  unit: z.string(),
  base: z.int(),
  baseKind: z.enum(['should_appraise', 'took_part', 'headcount']),
  cap: z.string(),
  capRule: z.string(),
  capClause: z.string().nullable(),
  exactSeats: z.string(),
  rounding: z.string(),
  seats: z.int(),
  pool: z.string().nullable(),
  candidates: z.int(),
  awarded: z.array(z.string()),
  displaced: z.array(z.string()),
  drawSeed: z.string().nullable(),
  toPeople: localTextSchema.nullable(),
}) satisfies z.ZodType<QuotaSheet>;
