import { z } from 'zod';
import { STRATA } from '../../survey/draw/stratum.js';
import { conditionSchema } from './condition.js';
import { decimalSchema, localTextSchema, provenanceShape, ruleIdSchema } from './text.js';

/** How a number is rounded, or `none`. There is no default: a rulebook that does not say is not published. */
export const roundingSchema = z.union([
  z.literal('none'),
  z.strictObject({ places: z.int().min(0).max(6), mode: z.enum(['half_up', 'half_even', 'floor', 'ceil']) }),
]);
export type Rounding = z.infer<typeof roundingSchema>;

/** Drops marks from both ends when there are more than so many. */
export const trimSchema = z.union([
  z.literal('none'),
  z.strictObject({
    dropHighest: z.int().min(0),
    dropLowest: z.int().min(0),
    whenMoreThan: z.int().min(0),
  }),
]);

/** What happens when a role gave fewer valid marks than its minimum, or a whole part has no score. */
export const missingRuleSchema = z.enum([
  'redistribute', // its weight goes to the others in proportion
  'to_people', // no number: the appraisal is undecided and goes to named people
  'zero', // counts as nothing
]);

/** Ballot-level validity, judged over everything one rater gave in one role and part. */
export const ballotRuleSchema = z.strictObject({
  ...provenanceShape,
  voidWhenAllSame: z.boolean().default(false), // needs at least two people on the ballot
  voidWhenAllMaximum: z.boolean().default(false),
  highMarks: z.strictObject({ atLeast: decimalSchema, atMostPeople: z.int().min(0) }).optional(),
  lowMarks: z.strictObject({ below: decimalSchema, atLeastPeople: z.int().min(0) }).optional(),
});

/** How a role sits as a panel. The least number of valid marks stays the rater's `minCount`. */
export const panelRuleSchema = z.strictObject({
  size: z.int().min(1).optional(), // seats per appraisee; absent: as many as there are members
  quorum: z.int().min(1), // with fewer seats filled the panel is short, which everybody concerned is told
  blind: z.literal(true), // nobody reads another member's marks before all are in or the window closes
  /** Marks from `atLeast` up and from `atMost` down need a reason; both on the part's scale. */
  reasonForExtremes: z.strictObject({ atLeast: decimalSchema, atMost: decimalSchema }).optional(),
});
export type PanelRule = z.infer<typeof panelRuleSchema>;

/** Who marks: a role, its weight within the part (all roles sum to exactly 100) and its minimum. */
export const raterSchema = z.strictObject({
  role: ruleIdSchema,
  weight: decimalSchema,
  minCount: z.int().min(1),
  trim: trimSchema,
  missing: missingRuleSchema,
  ballot: ballotRuleSchema.optional(),
  panel: panelRuleSchema.optional(),
});
export type RaterRule = z.infer<typeof raterSchema>;

/** Where a part's number comes from. */
export const partSourceSchema = z.discriminatedUnion('kind', [
  /** People's marks on a scale from 0 to `max`; the part score is mark / max x 100. */
  z.strictObject({ kind: z.literal('marks'), max: decimalSchema, raters: z.array(raterSchema).min(1) }),
  /** The survey's satisfied / valid x 100. */
  z.strictObject({ kind: z.literal('survey') }),
  /** Mean of the routine periods' scores (0 to 100). */
  z.strictObject({ kind: z.literal('routine'), minPeriods: z.int().min(1), missing: missingRuleSchema }),
  /** A measured number among the declared facts, from 0 to `max`. */
  z.strictObject({ kind: z.literal('fact'), fact: z.string(), max: decimalSchema }),
]);

export const partSchema = z.strictObject({
  ...provenanceShape,
  weight: decimalSchema,
  source: partSourceSchema,
  missing: missingRuleSchema,
  evidenceRequired: z.boolean().default(false),
  /** What marks from a number up stand for, best first: shown to whoever marks. */
  anchors: z
    .array(z.strictObject({ atLeast: decimalSchema, text: localTextSchema }))
    .min(1)
    .optional(),
});
export type Part = z.infer<typeof partSchema>;

/** Parts for some posts; the first sheet that lists the post (or `all`) is used; weights sum to exactly 100. */
export const sheetSchema = z.strictObject({
  id: ruleIdSchema,
  posts: z.union([z.literal('all'), z.array(ruleIdSchema).min(1)]),
  parts: z.array(partSchema).min(1),
});

/** A named deduction or bonus in points of the dimension, with a cap on what it may move in a year. */
export const adjustmentItemSchema = z.strictObject({
  ...provenanceShape,
  kind: z.enum(['bonus', 'deduction']),
  pointsEach: decimalSchema,
  cap: decimalSchema,
  evidenceRequired: z.boolean().default(true),
});

export const dimensionSchema = z.strictObject({
  ...provenanceShape,
  title: localTextSchema,
  weight: decimalSchema,
  sheets: z.array(sheetSchema).min(1),
  adjustments: z.array(adjustmentItemSchema).default([]),
  /** All bonuses of this dimension together, and all deductions together, move it by at most so much. */
  bonusCap: decimalSchema.optional(),
  deductionCap: decimalSchema.optional(),
  rounding: roundingSchema,
  missing: missingRuleSchema,
});
export type Dimension = z.infer<typeof dimensionSchema>;

/** When a survey yields a number at all, and what stands in for it when it does not. */
export const surveyRuleSchema = z.strictObject({
  ...provenanceShape,
  minValid: z.int().min(1),
  minOrdinaryShare: decimalSchema, // 0 to 1
  satisfiedFrom: z.int(), // on the 1-5 scale, this answer and better count as satisfied
  scaleMax: z.int(),
  extensions: z.int().min(0), // how often the campaign may be extended before it goes to the panel
  extendWorkingDays: z.int().min(1),
  /** The role whose marks (0-100) stand in when the sample never became valid; absent: to people. */
  fallbackRole: ruleIdSchema.optional(),
  /** Reminders to whoever has not answered: how many, how far apart, between which hours (0-24) of a day. */
  reminders: z
    .strictObject({
      atMost: z.int().min(0),
      everyWorkingDays: z.int().min(1),
      fromHour: z.int().min(0).max(23),
      toHour: z.int().min(1).max(24),
    })
    .optional(),
  /** How residents not reached are asked once the campaign is extended. */
  secondChannel: z.enum(['sms', 'wechat', 'email', 'slip', 'handed', 'assisted']).optional(),
  /** Of the valid ballots, at most this share (0 to 1) may have been filled in by staff; absent: no limit. */
  assistedMaxShare: decimalSchema.optional(),
  /** Counts below `cells` are not shown, nor comments when there are fewer than `comments`. */
  suppression: z.strictObject({ cells: z.int().min(2), comments: z.int().min(2) }).optional(),
  /** How many residents are drawn per stratum. */
  strata: z
    .array(z.strictObject({ stratum: z.enum(STRATA), sample: z.int().min(1) }))
    .min(1)
    .optional(),
  /** `population`: the count also states rates weighted by how many people each stratum stands for. */
  weights: z.enum(['none', 'population']).optional(),
  /** What happens when the 95 % interval of a rate reaches into another grade; absent: `flag`. */
  uncertain: z.enum(['flag', 'to_people']).optional(),
});
export type SurveyRule = z.infer<typeof surveyRuleSchema>;

/** `from`/`to` say whether they include their end. */
export const bandSchema = z.strictObject({
  ...provenanceShape,
  grade: ruleIdSchema,
  from: z.strictObject({ value: decimalSchema, includes: z.boolean() }),
  to: z.strictObject({ value: decimalSchema, includes: z.boolean() }),
});

/** What a rule does to a grade. `cap`: no better than. `force`: exactly. */
export const gradeEffectSchema = z.union([
  z.strictObject({ cap: ruleIdSchema }),
  z.strictObject({ force: ruleIdSchema }),
  z.strictObject({ outcome: z.enum(['comment_only', 'ungraded', 'held']) }),
]);
export type GradeEffect = z.infer<typeof gradeEffectSchema>;

export const vetoSchema = z.strictObject({
  ...provenanceShape,
  when: conditionSchema,
  effect: gradeEffectSchema,
});
export const scoringShape = {
  dimensions: z.array(dimensionSchema).min(1),
  survey: surveyRuleSchema.optional(),
  compositeRounding: roundingSchema,
  /** Dual posts (Art 39): how the composites of two posts become one. */
  dualPosts: z.strictObject({ ...provenanceShape, combine: z.enum(['mean', 'lower', 'to_people']) }),
  vetoes: z.array(vetoSchema),
  bands: z.array(bandSchema).min(1),
} as const;
