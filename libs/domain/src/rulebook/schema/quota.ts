import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { decimalSchema, provenanceShape, ruleIdSchema } from './text.js';

/** One criterion of the tie-break chain, tried in order among people whose composite is equal. */
export const tieBreakSchema = z.union([
  z.strictObject({ ...provenanceShape, by: z.string(), direction: z.enum(['higher_first', 'lower_first']) }),
  /** Preference: those for whom the condition holds come first. */
  z.strictObject({ ...provenanceShape, prefer: conditionSchema }),
  /** The last resort: a stated draw, ordered by SHA-256 of `seed/unit/appraisee`. */
  z.strictObject({ ...provenanceShape, draw: z.literal('sha256') }),
]);

export const capAdjustmentSchema = z.strictObject({
  ...provenanceShape,
  when: conditionSchema, // over unit facts
  cap: decimalSchema,
});

export const quotaSchema = z.strictObject({
  ...provenanceShape,
  /** The grades counted together, best first. Whoever does not get a seat falls to the next grade below. */
  grades: z.array(ruleIdSchema).min(1),
  base: z.enum(['should_appraise', 'took_part', 'headcount']),
  /** Outcomes still counted in the base (for example comment-only people who take part). */
  baseCounts: z
    .array(z.enum(['graded', 'comment_only', 'ungraded', 'held']))
    .default(['graded', 'comment_only', 'ungraded', 'held']),
  cap: decimalSchema, // 0 to 1
  raised: z.array(capAdjustmentSchema).default([]),
  lowered: z.array(capAdjustmentSchema).default([]),
  /** When a raised and a lowered rule both hold. */
  whenBoth: z.enum(['lowered', 'base', 'to_people']),
  rounding: z.enum(['floor', 'half_up', 'ceil', 'largest_remainder']),
  /** Persons for whom this holds (unit heads counted elsewhere) stand neither in base nor in the ranking. */
  excludes: z.strictObject({ ...provenanceShape, when: conditionSchema }).optional(),
  /** Base `took_part` leaves out those for whom this holds: they did not take part. */
  refusals: z.strictObject({ ...provenanceShape, when: conditionSchema }).optional(),
  tieBreaks: z.array(tieBreakSchema).min(1),
});
export type QuotaRule = z.infer<typeof quotaSchema>;
