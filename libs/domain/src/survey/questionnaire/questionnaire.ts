import { z } from 'zod';

/** A text residents read, Chinese first, English complete. The limits keep a page small. */
export const surveyTextSchema = z.strictObject({
  zh: z.string().min(1).max(300),
  en: z.string().min(1).max(600),
});

/**
 * The id of a question or a choice; it becomes part of form field names and a key of ballots, so no dots, and
 * none of the names every JavaScript object has.
 */
export const surveyIdSchema = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_-]{0,39}$/);

const asked = { id: surveyIdSchema, title: surveyTextSchema, hint: surveyTextSchema.optional() } as const;
const choiceSchema = z.strictObject({ id: surveyIdSchema, title: surveyTextSchema });
const choices = { options: z.array(choiceSchema).min(2).max(20), required: z.boolean() } as const;

const scaleSchema = z.strictObject({
  ...asked,
  kind: z.literal('scale'),
  /** What each value is called; the first label is value 1, and higher is better. */
  labels: z.array(surveyTextSchema).min(2).max(7),
  required: z.boolean(),
  /** Of the questions about a person: the one whose value the rulebook's `survey` section reads. */
  satisfaction: z.literal(true).optional(),
});
const singleSchema = z.strictObject({ ...asked, kind: z.literal('single'), ...choices });
const multipleSchema = z.strictObject({
  ...asked,
  kind: z.literal('multiple'),
  ...choices,
  /** How many may be chosen; absent: all. */
  atMost: z.int().min(1).max(20).optional(),
});

export const questionSchema = z.discriminatedUnion('kind', [scaleSchema, singleSchema, multipleSchema]);

/** The characters a comment may have at most, counted as a browser's `maxlength` counts them. */
export const COMMENT_MAX = 500;

const commentSchema = z.strictObject({
  title: surveyTextSchema,
  hint: surveyTextSchema.optional(),
  maxLength: z.int().min(1).max(COMMENT_MAX),
});

/** What residents of a community are asked: see docs/questionnaire.md. The form only; lint checks the words. */
export const questionnaireSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  version: z.string().min(1).max(40),
  title: surveyTextSchema,
  intro: surveyTextSchema,
  /** About the community as a whole. */
  community: z.array(questionSchema).max(30),
  /** About each person; people a resident does not know are skipped. */
  appraisee: z.array(questionSchema).min(1).max(10),
  comment: commentSchema.optional(),
  /** Absent: everything on one screen. */
  questionsPerScreen: z.int().min(1).max(50).optional(),
});

export type Question = z.infer<typeof questionSchema>;
export type ScaleQuestion = z.infer<typeof scaleSchema>;
export type Questionnaire = z.infer<typeof questionnaireSchema>;
