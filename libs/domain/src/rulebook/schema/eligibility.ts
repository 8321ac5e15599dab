import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { localTextSchema, provenanceShape, ruleIdSchema } from './text.js';
import { gradeEffectSchema } from './scoring.js';

/** What a rule says of taking part. `graded` is an explicit exception (maternity leave) that beats exclusions it names. */
export const eligibilityRuleSchema = z.strictObject({
  ...provenanceShape,
  when: conditionSchema,
  outcome: z.enum(['graded', 'comment_only', 'ungraded', 'held']),
  /** For `graded` exceptions: ids of the exclusion rules this one sets aside. */
  setsAside: z.array(ruleIdSchema).default([]),
  note: localTextSchema.optional(),
});

/**
 * One row of the discipline table: a kind of punishment, optionally only when linked to duty, and its
 * effect in the year it was decided (`years[0]`) and in the years after (`years[1]`, ...).
 */
export const disciplineRowSchema = z.strictObject({
  ...provenanceShape,
  punishment: ruleIdSchema,
  linkedToDuty: z.boolean().optional(),
  years: z.array(gradeEffectSchema).min(1),
});

/** Several punishments: the effect that stands later in `severity` (light to heavy) counts (Art 43). */
export const disciplineSchema = z.strictObject({
  ...provenanceShape,
  punishments: z.array(z.strictObject({ code: ruleIdSchema, title: localTextSchema })),
  severity: z.array(gradeEffectSchema).min(1),
  rows: z.array(disciplineRowSchema),
});
