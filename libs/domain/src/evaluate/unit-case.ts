import { z } from 'zod';
import { decimalSchema } from '../rulebook/schema/text.js';

const factValueSchema = z.union([z.boolean(), z.string(), z.number()]);
const idSchema = z.string().min(1).max(64);

/** One mark a rater gave an appraisee for one part. `post` is given for people with two posts. */
export const markSchema = z.strictObject({
  part: z.string(),
  role: z.string(),
  rater: idSchema,
  value: decimalSchema,
  post: z.string().optional(),
});
export type Mark = z.infer<typeof markSchema>;

/**
 * Counts of a closed survey about one appraisee. `ordinary` counts valid ballots of ordinary residents,
 * `assisted` those staff filled in for a resident (absent: none), `population` everyone who could have been
 * asked (null or absent: not known; intervals are then wider).
 */
export const surveyCountsSchema = z.strictObject({
  issued: z.int().min(0),
  valid: z.int().min(0),
  satisfied: z.int().min(0),
  ordinary: z.int().min(0),
  assisted: z.int().min(0).optional(),
  population: z.int().min(1).nullable().optional(),
  /** Hash of the confirmed count these numbers are taken from. */
  count: z.string().min(1).max(80).optional(),
});
export type SurveyCounts = z.infer<typeof surveyCountsSchema>;

export const punishmentSchema = z.strictObject({
  kind: z.string(),
  year: z.int(),
  linkedToDuty: z.boolean().default(false),
});
export type Punishment = z.infer<typeof punishmentSchema>;

export const appraiseeCaseSchema = z.strictObject({
  id: idSchema,
  /** What the draw hashes instead of `id`, where ids are made anew by every run of the same year. */
  lot: idSchema.optional(),
  unit: idSchema,
  posts: z.array(z.string()).min(1).max(2),
  category: z.string(),
  facts: z.record(z.string(), factValueSchema).default({}),
  punishments: z.array(punishmentSchema).default([]),
  marks: z.array(markSchema).default([]),
  /** Bonus and deduction items: how many times each happened, with evidence ids. */
  adjustments: z
    .array(
      z.strictObject({ item: z.string(), times: z.int().min(0), evidence: z.array(z.string()).default([]) }),
    )
    .default([]),
  /** Evidence ids on record per part; parts that need evidence and have none are flagged. */
  evidence: z.record(z.string(), z.array(z.string())).optional(),
  survey: surveyCountsSchema.optional(),
  routine: z.array(z.strictObject({ period: z.string(), value: decimalSchema })).default([]),
  /** Results of earlier years: grade codes, or `ungraded` and `comment_only`. */
  earlier: z.array(z.strictObject({ year: z.int(), result: z.string() })).default([]),
});
export type AppraiseeCase = z.infer<typeof appraiseeCaseSchema>;

/** A whole unit (or several pooled units) in one year: everything the engine needs and nothing else. */
export const unitCaseSchema = z.strictObject({
  format: z.literal('kaoji-case/1'),
  year: z.int().min(2000).max(2100),
  /** Seed of the draw that ends the tie-break chain; published before the year starts. */
  seed: z.string().min(1),
  units: z
    .array(
      z.strictObject({
        id: idSchema,
        facts: z.record(z.string(), factValueSchema).default({}),
        /** Needed when the quota base is `headcount`. */
        headcount: z.int().min(0).optional(),
        /** Units with the same pool share their seats by largest remainder. */
        pool: z.string().optional(),
      }),
    )
    .min(1),
  appraisees: z.array(appraiseeCaseSchema),
});
export type UnitCase = z.infer<typeof unitCaseSchema>;
