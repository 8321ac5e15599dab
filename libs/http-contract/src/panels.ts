import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { exactTextSchema, idSchema, instantSchema, localTextSchema } from './text.js';

const reasonSchema = z.string().trim().min(1).max(2000);
const codeSchema = z.string().min(1).max(64);

export const namePanelSchema = z.strictObject({
  part: codeSchema,
  role: codeSchema,
  members: z.array(idSchema).min(1).max(50), // in the order they are seated
});
export type NamePanelBody = z.infer<typeof namePanelSchema>;
const namedSchema = z.object({
  panelId: idSchema,
  seats: z.int(),
  conflicts: z.int(), // members the system took off a seat
  short: z.int(), // appraisees for whom fewer sit than the quorum
});
export type NamedPanelView = z.infer<typeof namedSchema>;

const causeSchema = z.enum([
  'oneself',
  'relative',
  'competing',
  'took_part',
  'recused',
  'challenged',
  'absent',
]);
const stoodDownSchema = z.object({
  appraisalId: idSchema,
  part: z.string(),
  role: z.string(),
  raterId: idSchema,
  cause: causeSchema,
  reason: z.string().nullable(),
  replacedBy: idSchema.nullable(), // null: the seat is empty
  decidedBy: idSchema.nullable(), // null: the system, from its records
  decidedAt: instantSchema,
});
const namedAccountSchema = z.object({ account: idSchema, name: z.string() });
export const panelSchema = z.object({
  id: idSchema,
  cycleId: idSchema,
  unitId: idSchema,
  part: z.string(),
  partTitle: localTextSchema,
  role: z.string(),
  roleTitle: localTextSchema,
  members: z.array(idSchema),
  namedBy: idSchema,
  namedAt: instantSchema,
  size: z.int().nullable(),
  quorum: z.int(),
  minimum: z.int(),
  blind: z.boolean(), // nobody reads another member's marks yet
  people: z.array(
    z.object({
      appraisalId: idSchema,
      name: z.string().nullable(), // null to those who read without names
      seated: z.int(),
      given: z.int(),
      short: z.boolean(), // fewer sit than the quorum
      missing: z.boolean(), // closed with too few marks: the rulebook's rule for missing marks decides
    }),
  ),
  stoodDown: z.array(stoodDownSchema),
  challenges: z.array(
    z.object({
      appraisalId: idSchema,
      raterId: idSchema,
      reason: z.string(),
      askedBy: idSchema,
      askedAt: instantSchema,
      verdict: z.enum(['granted', 'refused']).nullable(),
    }),
  ),
});
export const panelListSchema = z.object({
  items: z.array(panelSchema),
  next: z.null(),
  accounts: z.array(namedAccountSchema), // everybody named above
});
export type PanelListView = z.infer<typeof panelListSchema>;

export const ownPanelListSchema = z.object({
  items: z.array(
    z.object({
      panelId: idSchema,
      partTitle: localTextSchema,
      role: z.string(),
      members: z.array(z.object({ account: idSchema, name: z.string() })),
    }),
  ),
  next: z.null(),
});
export type OwnPanelListView = z.infer<typeof ownPanelListSchema>;

export const panelReportSchema = z.object({
  panelId: idSchema,
  part: z.string(),
  role: z.string(),
  raters: z.array(
    z.object({
      rater: idSchema,
      marks: z.int(),
      compared: z.int(),
      leniency: exactTextSchema.nullable(), // mean of own mark minus the panel's mean for the same appraisee
      spread: exactTextSchema, // mean distance from their own mean
      lowest: exactTextSchema,
      highest: exactTextSchema,
      extremes: exactTextSchema.nullable(), // share of marks that need a reason
      sameForAll: z.boolean(),
    }),
  ),
  people: z.array(z.object({ account: idSchema, name: z.string() })),
});
export type PanelReportView = z.infer<typeof panelReportSchema>;

export const panelRecusalSchema = z.strictObject({ appraisalId: idSchema, reason: reasonSchema });
export type PanelRecusalBody = z.infer<typeof panelRecusalSchema>;
export const panelAbsenceSchema = z.strictObject({
  accountId: idSchema,
  appraisalId: idSchema.nullish(), // absent: everybody they have not marked yet
  reason: reasonSchema,
});
export type PanelAbsenceBody = z.infer<typeof panelAbsenceSchema>;
export const panelChallengeSchema = z.strictObject({
  appraisalId: idSchema,
  accountId: idSchema,
  reason: reasonSchema,
});
export type PanelChallengeBody = z.infer<typeof panelChallengeSchema>;
export const panelAnswerSchema = panelChallengeSchema.extend({ verdict: z.enum(['granted', 'refused']) });
export type PanelAnswerBody = z.infer<typeof panelAnswerSchema>;
export const interestSchema = z.strictObject({
  accountId: idSchema,
  kind: z.enum(['relative', 'competing']),
});
export type InterestBody = z.infer<typeof interestSchema>;
const replacedSchema = z.object({ replaced: z.int(), empty: z.int() });

/** The parts of a unit that a panel marks, and who could sit. */
export const panelPartsSchema = z.object({
  items: z.array(
    z.object({
      part: z.string(),
      partTitle: localTextSchema,
      role: z.string(),
      roleTitle: localTextSchema,
      size: z.int().nullable(), // null: everybody named
      quorum: z.int(),
      panelId: idSchema.nullable(), // null: nobody is named yet
      holders: z.array(namedAccountSchema),
    }),
  ),
  next: z.null(),
});
export type PanelPartsView = z.infer<typeof panelPartsSchema>;

const tag = 'panels';
const seat = ['FORBIDDEN', 'NOT_FOUND', 'PANEL_NOT_SEATED', 'COLLECTION_CLOSED'] as const;
export const panelEndpoints = {
  namePanel: endpoint({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/panels',
    tag,
    summary: {
      zh: '指定评议小组成员（系统自动回避并递补）',
      en: 'Names a panel; conflicts are removed and replaced',
    },
    keyed: true,
    body: namePanelSchema,
    answer: namedSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'PANEL_INVALID', 'DUPLICATE_PANEL', 'COLLECTION_CLOSED'],
  }),
  panelParts: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/panel-parts',
    tag,
    summary: { zh: '须由评议小组评价的项目与可选成员', en: 'What panels mark in a unit, and who could sit' },
    answer: panelPartsSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  panels: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/panels',
    tag,
    summary: {
      zh: '评议小组、回避与递补记录、评分进度（不含分数）',
      en: 'Panels, who stood down, how far; no marks',
    },
    answer: panelListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  panelReport: endpoint({
    method: 'GET',
    path: '/api/panels/:panelId/report',
    tag,
    summary: { zh: '评分宽严与离散情况（解除保密后）', en: 'Leniency and spread per rater, once unblinded' },
    answer: panelReportSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'PANEL_BLIND'],
  }),
  recuseFromPanel: endpoint({
    method: 'POST',
    path: '/api/panels/:panelId/recusals',
    tag,
    summary: { zh: '本人申请回避', en: 'Stands aside for one appraisee' },
    keyed: true,
    body: panelRecusalSchema,
    answer: replacedSchema,
    refusals: [...seat, 'REASON_REQUIRED'],
  }),
  replaceAbsent: endpoint({
    method: 'POST',
    path: '/api/panels/:panelId/absences',
    tag,
    summary: { zh: '成员缺席，递补并留痕', en: 'Replaces an absent member, on record' },
    keyed: true,
    body: panelAbsenceSchema,
    answer: replacedSchema,
    refusals: [...seat, 'REASON_REQUIRED'],
  }),
  challengeMember: endpoint({
    method: 'POST',
    path: '/api/panels/:panelId/challenges',
    tag,
    summary: { zh: '被考核人申请某成员回避', en: 'An appraisee asks that a member stand aside' },
    keyed: true,
    body: panelChallengeSchema,
    answer: doneSchema,
    refusals: [...seat, 'DUPLICATE_CHALLENGE', 'REASON_REQUIRED'],
  }),
  answerChallenge: endpoint({
    method: 'POST',
    path: '/api/panels/:panelId/challenges/answers',
    tag,
    summary: { zh: '上级决定是否回避', en: 'The superior answers with a reason' },
    keyed: true,
    body: panelAnswerSchema,
    answer: doneSchema,
    refusals: [...seat, 'CHALLENGE_ANSWERED', 'REASON_REQUIRED'],
  }),
  ownPanels: endpoint({
    method: 'GET',
    path: '/api/appraisals/:appraisalId/panels',
    tag,
    summary: { zh: '谁在评议我', en: 'Who sits for me' },
    answer: ownPanelListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  declareInterest: endpoint({
    method: 'POST',
    path: '/api/appraisals/:appraisalId/interests',
    tag,
    summary: {
      zh: '申报利害关系（亲属、竞争同一岗位）',
      en: 'Declares a relative or a competitor for the same post',
    },
    keyed: true,
    body: interestSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'COLLECTION_CLOSED'],
  }),
} as const;
