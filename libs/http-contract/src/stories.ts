import { STORY_CHAPTERS, STORY_FORMAT, STORY_SOURCES, type Story } from '@kaoji/domain/story';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { instantSchema, localTextSchema } from './text.js';

const flowSourceSchema = z.enum(STORY_SOURCES).exclude(['record']);
const stateSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const changeSchema = z.object({
  what: localTextSchema,
  before: z.string().nullable(),
  after: z.string().nullable(),
  clause: z.string().nullable(),
});
const stepSchema = z.object({
  number: z.int(),
  at: instantSchema,
  source: z.enum(STORY_SOURCES),
  chapter: z.enum(STORY_CHAPTERS),
  event: z.int().nullable(),
  type: z.string(),
  name: z.string().nullable(),
  turn: z.int().nullable(),
  what: localTextSchema,
  /** By role; `account` only for auditors. */
  who: localTextSchema.nullable(),
  account: z.string().nullable(),
  /** What the flow's own query answered in a replay; null where its build's code is not at hand. */
  state: stateSchema.nullable(),
  stateOf: flowSourceSchema.nullable(),
  changed: z.array(changeSchema),
  why: localTextSchema.nullable(),
  clause: z.string().nullable(),
  build: z.string().nullable(),
  content: z.array(z.unknown()),
  failure: z.string().nullable(),
});
const flowSchema = z.object({
  source: flowSourceSchema,
  workflowId: z.string(),
  runId: z.string().nullable(),
  origin: z.enum(['temporal', 'archive', 'bundle']),
  builds: z.array(z.string()),
  events: z.int(),
  replay: z.enum(['same', 'different', 'not_replayed']),
  fault: z.object({ event: z.int().nullable(), reason: z.string() }).nullable(),
});
/** An appraisal as it happened: what `@kaoji/domain/story` searches, compares and draws. */
export const storySchema = z.object({
  format: z.literal(STORY_FORMAT),
  appraisalId: z.string(),
  cycleKey: z.string(),
  rehearsal: z.boolean(),
  flows: z.array(flowSchema),
  steps: z.array(stepSchema),
});
export type StoryView = z.infer<typeof storySchema>;
/** The wire says exactly what the library draws. */
export const asStory = (view: StoryView): Story => view;

export const storyEndpoints = {
  story: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/story',
    tag: 'audit',
    summary: {
      zh: '一次考核的经过：逐步重放，每步之后的状态',
      en: 'An appraisal as it happened: replayed step by step, with the state after each',
    },
    answer: storySchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'RESULT_NOT_READY', 'RESULT_NOT_RECEIVED'],
  }),
} as const;
