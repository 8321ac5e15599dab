import { z } from 'zod';
import { localTextSchema, provenanceShape, ruleIdSchema } from './text.js';

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
  }),
  notice: z.strictObject({
    ...provenanceShape,
    grades: z.array(ruleIdSchema).min(1),
    workingDays: z.int().min(1),
  }),
  signature: z.strictObject({ ...provenanceShape, workingDays: z.int().min(1) }),
  contest: z.strictObject({
    ...provenanceShape,
    results: z.array(ruleIdSchema),
    /** People with these results have this window; all others have `othersWorkingDays` (0: none). */
    workingDays: z.int().min(1),
    othersWorkingDays: z.int().min(0),
  }),
});
