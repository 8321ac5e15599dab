import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { campaignCountSchema } from './survey-count.js';
import { hashSchema } from './rulebooks.js';
import { campaignStateSchema } from './surveys.js';
import { idSchema, instantSchema, localTextSchema } from './text.js';

/** Only ever in a body, over a connection nobody else reads; never stored, logged or given back. */
const passphraseSchema = z.string().min(1).max(256);
export const passphraseBodySchema = z.strictObject({ passphrase: passphraseSchema });
export type PassphraseInput = z.infer<typeof passphraseBodySchema>;

export const enrolledHolderSchema = z.object({ accountId: idSchema, enrolledAt: instantSchema });
export const boxHolderSchema = enrolledHolderSchema.extend({ username: z.string() });
export type BoxHolderView = z.infer<typeof boxHolderSchema>;
export const boxHolderListSchema = z.object({ items: z.array(boxHolderSchema), next: z.null() });

export const actedBoxSchema = z.object({
  campaignId: idSchema,
  communityId: idSchema,
  /** `passed_on`: another holder opens it now. `no_share`: the box was made before this holder enrolled. */
  act: z.enum(['passed_on', 'waiting_for_another', 'counted', 'no_share']),
});
export type ActedBoxView = z.infer<typeof actedBoxSchema>;
export const actedBoxListSchema = z.object({ items: z.array(actedBoxSchema), next: z.null() });

/** A share as people read it: `96.3%`. */
const percentSchema = z.string().regex(/^\d+\.\d%$/);

/** The same numbers as in `count`, written out for a screen; nothing there need be computed again. */
export const countShownSchema = z.object({
  /** Rates the rulebook holds against a line, such as a veto's. */
  lines: z.array(z.object({ at: percentSchema, title: localTextSchema, clause: z.string().nullable() })),
  people: z.array(
    z.object({
      appraisalId: idSchema,
      /** Null: whoever reads this may not see names there. */
      name: z.string().nullable(),
      /** Null: so few rated them that no rate is drawn. */
      rate: z.object({ at: percentSchema, low: percentSchema, high: percentSchema }).nullable(),
      /** Weighted by how many people each stratum stands for, where the rulebook asks for it. */
      weighted: z.object({ at: percentSchema, low: percentSchema, high: percentSchema }).nullable(),
      /** The interval holds one of the lines: chance alone could have put the rate on its other side. */
      nearLine: z.boolean(),
    }),
  ),
  ofIssued: percentSchema.nullable(),
  ofPopulation: percentSchema.nullable(),
  assistedShare: percentSchema.nullable(),
});

export const surveyCountSchema = z.object({
  campaignId: idSchema,
  communityId: idSchema,
  state: campaignStateSchema,
  /** Of the count as stored; whoever confirms it names it. */
  hash: hashSchema,
  count: campaignCountSchema,
  shown: countShownSchema,
  chart: z.object({ zh: z.string(), en: z.string() }), // SVG
  countedAt: instantSchema,
  confirmedBy: idSchema.nullable(),
  confirmedAt: instantSchema.nullable(),
  /** Envelopes under the published root. */
  leaves: z.int().nullable(),
  destroyedAt: instantSchema.nullable(),
  destroyedBy: z.string().nullable(),
  handover: z.object({ reason: z.string(), handedOverBy: idSchema, handedOverAt: instantSchema }).nullable(),
});
export type SurveyCountView = z.infer<typeof surveyCountSchema>;
export const confirmCountSchema = z.strictObject({ countHash: hashSchema });
export type ConfirmCountInput = z.infer<typeof confirmCountSchema>;
export const giveToPanelSchema = z.strictObject({ reason: z.string().min(1).max(4000) });
export type GiveToPanelInput = z.infer<typeof giveToPanelSchema>;

const tag = 'surveys';
export const ballotBoxEndpoints = {
  enrolBoxHolder: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/box-holders',
    tag,
    summary: { zh: '领取票箱钥匙（自设口令）', en: "Takes a key of the cycle's ballot boxes" },
    status: 201,
    keyed: true,
    body: passphraseBodySchema,
    answer: enrolledHolderSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'CYCLE_STATE',
      'BOX_PASSPHRASE_WEAK',
      'HOLDER_NOT_SEPARATE',
      'DUPLICATE_HOLDER',
    ],
  }),
  boxHolders: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/box-holders',
    tag,
    summary: { zh: '票箱钥匙保管人', en: 'Who holds keys of the ballot boxes' },
    answer: boxHolderListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  openBoxes: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/ballot-boxes/open',
    tag,
    summary: { zh: '开箱（两名保管人先后操作）', en: 'Opens sealed boxes: two holders, one after the other' },
    stepUp: true,
    body: passphraseBodySchema,
    answer: actedBoxListSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'NOT_A_HOLDER',
      'BOX_PASSPHRASE_WRONG',
      'BOX_PASSPHRASE_PAUSED',
      'BOX_SHARES_DO_NOT_FIT',
      'VERSION_CONFLICT',
    ],
  }),
  surveyCount: endpoint({
    method: 'GET',
    path: '/api/surveys/:campaignId/count',
    tag,
    summary: { zh: '计票结果（含无效票、区间和提示）', en: 'The count, with intervals and what to look at' },
    answer: surveyCountSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN'],
  }),
  confirmCount: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/count/confirm',
    tag,
    summary: { zh: '确认计票结果', en: 'Confirms a count' },
    keyed: true,
    body: confirmCountSchema,
    answer: doneSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'OWN_LIST',
      'STAGE_NOT_OPEN',
      'COUNT_CHANGED',
      'SAMPLE_NOT_VALID',
      'WORKFLOW_CLOSED',
    ],
  }),
  giveSurveyToPanel: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/panel',
    tag,
    summary: { zh: '票箱无法开启，移交考察组', en: 'Gives a survey whose box cannot be opened to the panel' },
    keyed: true,
    body: giveToPanelSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'STAGE_NOT_OPEN', 'WORKFLOW_CLOSED'],
  }),
} as const;
