import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { campaignStateSchema } from './surveys.js';
import { idSchema, instantSchema } from './text.js';

const stratumSchema = z.enum(['ordinary', 'representative', 'service_object']);
const linkChannelSchema = z.enum(['sms', 'wechat', 'email', 'slip', 'handed', 'assisted']);

/** How far a survey has come, against what its rulebook asks of a sample. */
export const surveyCoverageSchema = z.object({
  campaignId: idSchema,
  state: campaignStateSchema,
  /** Until when residents answer; null before and after. */
  due: z
    .object({ dueAt: instantSchema, overdue: z.boolean(), workingDaysLeft: z.int().nullable() })
    .nullable(),
  /** While residents answer, numbers are told in steps of so many, downwards: nobody sees one answer come in. */
  step: z.int().nullable().describe('计数步长；封箱后为 null / null once the box is sealed'),
  /** Null once the box is destroyed without a count. */
  received: z.int().nullable(),
  /** Of those received (of a count: of the valid ones), not of those given out. */
  ordinary: z.int().nullable(),
  assisted: z.int().nullable(),
  strata: z.array(
    z.object({
      stratum: stratumSchema,
      /** Asked for by the rulebook; null where it names no size. */
      sample: z.int().nullable(),
      listed: z.int(),
      drawn: z.int(),
      issued: z.int(),
      received: z.int().nullable(),
    }),
  ),
  channels: z.array(z.object({ channel: linkChannelSchema, issued: z.int() })),
  /** Whether what came makes a sample, read exactly, not in steps; null once nothing can be read any more. */
  reading: z
    .object({
      valid: z.boolean(),
      reason: z.enum(['too_few', 'too_few_ordinary', 'too_many_assisted']).nullable(),
    })
    .nullable(),
  /** What the end of its time would do now; null when residents are no longer asked. */
  closing: z.enum(['seals', 'extends', 'to_panel']).nullable(),
  rule: z
    .object({
      minValid: z.int(),
      minOrdinaryShare: z.string().describe('百分数，如 70.0% / as a percentage'),
      assistedMaxShare: z.string().nullable(),
      extensions: z.int(),
      extendWorkingDays: z.int(),
      secondChannel: linkChannelSchema.nullable(),
      suppressBelow: z.int(),
      clause: z.string().nullable(),
    })
    .nullable(),
});
export type SurveyCoverageView = z.infer<typeof surveyCoverageSchema>;

/** Ballot boxes of a cycle as their holders see them: what is open, sealed, half opened. */
export const ballotBoxSchema = z.object({
  campaignId: idSchema,
  communityName: z.string(),
  unitName: z.string(),
  state: campaignStateSchema,
  sealedAt: instantSchema.nullable(),
  destroyedAt: instantSchema.nullable(),
  root: z.string().nullable(),
  leaves: z.int().nullable(),
  /** Those who were given a share when the box was made; empty before, and once they are destroyed. */
  holders: z.array(z.object({ accountId: idSchema, username: z.string(), passedOn: z.boolean() })),
});
export type BallotBoxView = z.infer<typeof ballotBoxSchema>;
export const ballotBoxListSchema = z.object({ items: z.array(ballotBoxSchema), next: z.null() });

const tag = 'surveys';
export const surveyCoverageEndpoints = {
  surveyCoverage: endpoint({
    method: 'GET',
    path: '/api/surveys/:campaignId/coverage',
    tag,
    summary: {
      zh: '测评回收情况与样本要求（答卷数分档显示）',
      en: 'What has come in against what a sample needs, told in steps',
    },
    answer: surveyCoverageSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  ballotBoxes: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/ballot-boxes',
    tag,
    summary: { zh: '票箱与开箱进度', en: 'Ballot boxes, and how far each is opened' },
    answer: ballotBoxListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
