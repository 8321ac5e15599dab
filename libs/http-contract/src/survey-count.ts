import type { CampaignCount } from '@kaoji/domain';
import { z } from 'zod';
import { hashSchema } from './rulebooks.js';
import { idSchema, instantSchema, localTextSchema } from './text.js';

const stratumSchema = z.enum(['ordinary', 'representative', 'service_object']);
const rateSchema = z.object({ rate: z.string(), low: z.string(), high: z.string() });
const raisedSchema = z.object({ of: z.int(), count: z.int(), raised: z.boolean() });

export const questionCountSchema = z.object({
  questionId: z.string(),
  kind: z.enum(['scale', 'single', 'multiple']),
  title: localTextSchema,
  answered: z.int().nullable(), // null: too few to show
  cells: z.array(z.object({ value: z.string(), title: localTextSchema, count: z.int().nullable() })),
});

/** The whole count of a campaign; the type is the domain's. */
export const campaignCountSchema = z.object({
  format: z.literal('kaoji-count/1'),
  questionnaire: z.object({ id: z.string(), version: z.string() }),
  root: z.string(),
  received: z.int(),
  valid: z.int(),
  invalid: z.int(),
  invalidReasons: z.object({
    unreadable: z.int(),
    not_offered: z.int(),
    required_missing: z.int(),
    blank: z.int(),
  }),
  strata: z.array(
    z.object({
      stratum: stratumSchema,
      population: z.int().nullable(),
      issued: z.int(),
      received: z.int(),
      valid: z.int(),
    }),
  ),
  sample: z.object({
    n: z.int(),
    ordinary: z.int(),
    assisted: z.int(),
    valid: z.boolean(),
    reason: z.enum(['too_few', 'too_few_ordinary', 'too_many_assisted']).optional(),
  }),
  assisted: z.object({ valid: z.int(), share: z.string().nullable() }),
  response: z.object({
    issued: z.int(),
    ofIssued: z.string().nullable(),
    population: z.int().nullable(),
    ofPopulation: z.string().nullable(),
  }),
  people: z.array(
    z.object({
      appraisalId: idSchema,
      valid: z.int(),
      satisfied: z.int(),
      ordinary: z.int(),
      assisted: z.int(),
      estimate: rateSchema.nullable(),
      weighted: rateSchema.nullable(),
      questions: z.array(questionCountSchema),
    }),
  ),
  community: z.array(questionCountSchema),
  comments: z.object({ given: z.int().nullable(), texts: z.array(z.string()) }),
  suppression: z.object({ cells: z.int(), comments: z.int() }),
  flags: z.object({
    straightLining: raisedSchema,
    speeding: raisedSchema,
    bursts: z.array(z.object({ day: z.string(), hour: z.int(), count: z.int() })),
  }),
}) as unknown as z.ZodType<CampaignCount>;

/** What anybody who has the list needs to draw the same sample again: `kaoji survey draw`. */
export const publishedDrawSchema = z.object({
  algorithm: z.string(),
  seed: z.string(),
  listHash: hashSchema,
  drawnAt: instantSchema,
  strata: z.array(
    z.object({ stratum: stratumSchema, listed: z.int(), size: z.int(), drawn: z.int() }), // size: asked for
  ),
});

/** What everybody may know of a survey whose count is confirmed: nothing of a single person. */
export const surveySheetSchema = z.object({
  community: z.string(),
  received: z.int(),
  valid: z.int(),
  invalid: z.int(),
  issued: z.int(),
  population: z.int().nullable(),
  ofIssued: z.string().nullable(),
  /** Root (hex) and number of the published envelopes: a receipt is checked against them. */
  root: z.string(),
  leaves: z.int(),
  countHash: z.string(),
  /** Null: nobody was drawn. */
  draw: publishedDrawSchema.nullable(),
  questions: z.array(
    z.object({
      title: localTextSchema,
      answered: z.int().nullable(),
      /** Null: too few to show. */
      satisfied: z.object({ count: z.int(), rate: z.string(), low: z.string(), high: z.string() }).nullable(),
    }),
  ),
});
