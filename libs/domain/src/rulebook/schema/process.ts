import { z } from 'zod';
import { deliberationStepSchema } from './deliberation-step.js';
import { localTextSchema, provenanceShape, ruleIdSchema } from './text.js';

/** A role, held in the contestant's unit or in the whole area; never somebody who had a part in the result. */
const contestDeciderSchema = z.strictObject({ role: ruleIdSchema, scope: z.enum(['unit', 'area']) });

/** The steps and windows of a year, in working days of the pinned calendar. */
export const processSchema = z.strictObject({
  consultation: z.strictObject({ ...provenanceShape, required: z.literal(true) }),
  steps: z.array(z.strictObject({ ...provenanceShape, title: localTextSchema })).min(1),
  collection: z.strictObject({
    ...provenanceShape,
    workingDays: z.int().min(1),
    remindAfterWorkingDays: z.int().min(0),
    escalateAfterWorkingDays: z.int().min(0),
  }),
  survey: z.strictObject({ ...provenanceShape, workingDays: z.int().min(1) }),
  deliberation: z.strictObject({
    ...provenanceShape,
    decidedBy: ruleIdSchema, // the role that approves or returns a unit's list
    remindAfterWorkingDays: z.int().min(1),
    escalateAfterWorkingDays: z.int().min(1),
    escalateTo: ruleIdSchema,
    /** The levels in order. Absent: one, any of `decidedBy`. */
    steps: z.array(deliberationStepSchema).min(1).optional(),
  }),
  notice: z.strictObject({
    ...provenanceShape,
    grades: z.array(ruleIdSchema).min(1),
    workingDays: z.int().min(1),
    /** Whether residents may object without a name; absent: they may. */
    anonymousObjections: z.boolean().optional(),
  }),
  signature: z.strictObject({ ...provenanceShape, workingDays: z.int().min(1) }),
  contest: z.strictObject({
    ...provenanceShape,
    results: z.array(ruleIdSchema),
    /** People with these results have this window; all others have `othersWorkingDays` (0: none). */
    workingDays: z.int().min(1),
    othersWorkingDays: z.int().min(0),
    /** Who decides a contest first, and within how long. Absent: whoever lists are escalated to, in their time. */
    review: z.strictObject({ workingDays: z.int().min(1), by: contestDeciderSchema }).optional(),
    /** Absent: the outcome of the review is the last word within the office. */
    appeal: z
      .strictObject({
        fileWithinWorkingDays: z.int().min(1),
        workingDays: z.int().min(1),
        by: contestDeciderSchema,
      })
      .optional(),
  }),
});
