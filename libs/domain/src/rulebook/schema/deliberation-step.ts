import { z } from 'zod';
import { APPROVAL_VERBS } from '../../approval/approval-act.js';
import { decimalSchema, localTextSchema, provenanceShape, ruleIdSchema } from './text.js';

/** An exact share, `0.6` or `2/3`: a third has no decimal. */
const shareSchema = z.union([decimalSchema, z.string().regex(/^\d+\/[1-9]\d*$/)]);

/** Whose seats a step has. The office's accounts say which persons that is. */
const whoSchema = z.union([
  z.strictObject({
    role: ruleIdSchema,
    scope: z.enum(['unit', 'area']),
    /** In a vote: members who also hold this role have this weight, all others 1. */
    weights: z.record(ruleIdSchema, z.int().min(1)).optional(),
  }),
  /** Whoever an earlier step escalates to, or a role's superior as the deliberation names it. */
  z.strictObject({ superiorOf: ruleIdSchema }),
  /** The members of a panel, by the role they were appointed in. */
  z.strictObject({ panel: ruleIdSchema }),
  /** Named accounts of the office, by user name. */
  z.strictObject({ named: z.array(z.string().min(1)).min(1) }),
]);

const manySchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.enum(['all', 'one', 'in_order']) }),
  z.strictObject({
    mode: z.literal('vote'),
    threshold: shareSchema,
    inclusive: z.boolean(),
    of: z.enum(['seated', 'cast']),
    quorum: shareSchema,
  }),
]);

/** One level of the approval of a unit's list: who, how many, until when, and where it may go back to. */
export const deliberationStepSchema = z.strictObject({
  ...provenanceShape,
  title: localTextSchema,
  who: whoSchema,
  many: manySchema,
  remindAfterWorkingDays: z.int().min(1),
  escalateAfterWorkingDays: z.int().min(1),
  /** The role told when the step is late; it may then act too. Absent in the last step only: nobody is above. */
  escalateTo: ruleIdSchema.optional(),
  /** `collection`, or ids of earlier steps. */
  returnTo: z.array(ruleIdSchema).min(1),
  reasonFor: z.array(z.enum(APPROVAL_VERBS)),
  /** Whether one act may settle several lists at once; false where each wants a judgement of its own. */
  batch: z.boolean(),
});
export type DeliberationStepRule = z.infer<typeof deliberationStepSchema>;
