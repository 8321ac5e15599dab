import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { decisionSchema } from './evaluation.js';
import { findingSchema } from './rulebooks.js';
import { decimalTextSchema, idSchema, localTextSchema } from './text.js';

/** Numbers of the rulebook to change, each by its place in it: `bands.1.from.value`. */
export const whatIfBodySchema = z.strictObject({
  changes: z.array(z.strictObject({ path: z.string().min(1).max(200), value: decimalTextSchema })).max(200),
});
export type WhatIfBody = z.infer<typeof whatIfBodySchema>;

const stepSchema = z.object({
  path: z.string(),
  what: localTextSchema,
  a: z.string().nullable(),
  b: z.string().nullable(),
  clauseA: z.string().nullable(),
  clauseB: z.string().nullable(),
});
const gradedOtherwiseSchema = z.object({
  appraisalId: idSchema,
  name: z.string(),
  before: decisionSchema,
  after: decisionSchema,
  compositeBefore: z.string().nullable(),
  compositeAfter: z.string().nullable(),
  step: stepSchema.nullable(), // the first step, from the marks upwards, that differs
});
/** What the rules propose on the sealed evidence of a unit, before and after; what people decided stays aside. */
export const whatIfSchema = z.object({
  /** What lint says of the changed rulebook. With findings nobody is graded under it: `outcome` is null. */
  findings: z.array(findingSchema),
  /** The changed rulebook as a file. Nobody keeps it but whoever asked. */
  source: z.string(),
  outcome: z
    .object({
      people: z.int(),
      graded: z.array(gradedOtherwiseSchema),
      scored: z.int(), // same grade, another score or reason
      elsewhere: z.int(), // graded otherwise in units that share the seats
      results: z.array(z.object({ result: z.string(), before: z.int(), after: z.int() })),
      quota: z.array(
        z.object({
          field: z.enum(['base', 'cap', 'capRule', 'exactSeats', 'rounding', 'seats', 'sheet']),
          before: z.string(),
          after: z.string(),
        }),
      ),
    })
    .nullable(),
});
export type WhatIfView = z.infer<typeof whatIfSchema>;

export const whatIfEndpoints = {
  whatIf: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/what-if',
    tag: 'rulebooks',
    summary: {
      zh: '假设改动规则手册的数字，谁的等次会变；什么都不保存',
      en: 'Who would be graded otherwise under other numbers; keeps nothing',
    },
    reading: true,
    body: whatIfBodySchema,
    answer: whatIfSchema,
    refusals: ['NOT_FOUND', 'FORBIDDEN', 'STAGE_NOT_OPEN', 'RULEBOOK_NUMBER_UNKNOWN'],
  }),
} as const;
