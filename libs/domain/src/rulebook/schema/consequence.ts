import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { localTextSchema, provenanceShape, ruleIdSchema } from './text.js';

/** Grades and the outcomes that are no grade. */
const resultSchema = ruleIdSchema;

/** What must be on record before an adverse consequence may be confirmed, by category of person. */
export const gateSchema = z.strictObject({
  ...provenanceShape,
  title: localTextSchema,
  categories: z.union([z.literal('all'), z.array(ruleIdSchema).min(1)]),
  /** `categories` on a record: only people of these categories need it. A removal vote has `vote` in its code. */
  requires: z
    .array(
      z.strictObject({
        record: ruleIdSchema,
        title: localTextSchema,
        categories: z.array(ruleIdSchema).min(1).optional(),
      }),
    )
    .min(1),
});

/** What follows from a result. Adverse ones need their own confirmation by a named person, behind their gate. */
export const consequenceSchema = z.strictObject({
  ...provenanceShape,
  title: localTextSchema,
  results: z.array(resultSchema).min(1),
  when: conditionSchema.optional(),
  unless: z.strictObject({ ...provenanceShape, when: conditionSchema }).optional(),
  streak: z
    .strictObject({
      of: z.array(resultSchema).min(1),
      years: z.int().min(2),
      kind: z.enum(['consecutive', 'cumulative']),
      /** Results that neither count nor break a run (absent: every other result breaks it). */
      skips: z.array(resultSchema).default([]),
      /** Only so many years count, this one included (absent: all that are known). */
      withinYears: z.int().min(2).optional(),
    })
    .optional(),
  effect: z.strictObject({
    code: ruleIdSchema,
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  }),
  adverse: z.boolean(),
  gate: ruleIdSchema.optional(),
  /** `confirm`: takes effect once a named person confirms; `may`: an office may decide on it; `inform`: no effect of its own. */
  force: z.enum(['confirm', 'may', 'inform']),
});
export type ConsequenceRule = z.infer<typeof consequenceSchema>;

/** Contract-term appraisal (Arts 18-21, 32). */
export const termSchema = z.strictObject({
  ...provenanceShape,
  /** Who is due for it this year (absent: everyone). */
  when: conditionSchema.optional(),
  /** Which years `term_all_competent_or_better` looks at: from the year in the fact `startYear`, at least this grade. */
  span: z.strictObject({ startYear: z.string().min(1), atLeast: ruleIdSchema }).optional(),
  results: z.array(z.strictObject({ code: ruleIdSchema, title: localTextSchema })).min(2),
  rules: z.array(z.strictObject({ ...provenanceShape, when: conditionSchema, result: ruleIdSchema })),
  /** When no rule decides. */
  otherwise: z.strictObject({ ...provenanceShape, result: z.literal('to_people') }),
  consequences: z.array(consequenceSchema),
});
