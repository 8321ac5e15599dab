import type { Questionnaire } from '@kaoji/domain';
import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { findingSchema, hashSchema } from './rulebooks.js';
import { instantSchema, localTextSchema } from './text.js';

export const adoptQuestionnaireSchema = z.strictObject({ source: z.string().min(1).max(200_000) });
export type AdoptQuestionnaireInput = z.infer<typeof adoptQuestionnaireSchema>;
export const adoptedQuestionnaireSchema = z.object({
  hash: hashSchema,
  id: z.string(),
  version: z.string(),
  findings: z.array(findingSchema.extend({ severity: z.enum(['error', 'hint']) })), // hints only
});
export type AdoptedQuestionnaireView = z.infer<typeof adoptedQuestionnaireSchema>;
export const chooseQuestionnaireSchema = z.strictObject({ hash: hashSchema });
export type ChooseQuestionnaireInput = z.infer<typeof chooseQuestionnaireSchema>;

/** Its own format is published by `kaoji questionnaire schema`. */
export const questionnaireViewSchema = z.object({
  hash: hashSchema,
  questionnaire: z.looseObject({
    id: z.string(),
    version: z.string(),
  }) as unknown as z.ZodType<Questionnaire>,
});

export const questionnaireListSchema = z.object({
  items: z.array(
    z.object({
      hash: hashSchema,
      id: z.string(),
      version: z.string(),
      title: localTextSchema,
      questions: z.int(),
      /** Null: the one asked by default, which nobody need adopt. */
      adoptedAt: instantSchema.nullable(),
    }),
  ),
  next: z.null(),
});
export type QuestionnaireItem = z.infer<typeof questionnaireListSchema>['items'][number];

const tag = 'surveys';
export const questionnaireEndpoints = {
  adoptQuestionnaire: endpoint({
    method: 'POST',
    path: '/api/questionnaires',
    tag,
    summary: { zh: '采用问卷（须无检查错误）', en: 'Adopts a questionnaire that lint finds no error in' },
    status: 201,
    consumes: ['application/json', 'text/yaml', 'application/yaml'],
    body: adoptQuestionnaireSchema,
    answer: adoptedQuestionnaireSchema,
    refusals: ['QUESTIONNAIRE_FINDINGS', 'FORBIDDEN'],
  }),
  questionnaires: endpoint({
    method: 'GET',
    path: '/api/questionnaires',
    tag,
    summary: {
      zh: '可选的问卷：默认问卷在前，其余按采用时间倒序',
      en: 'Questionnaires to choose from: the default one first, then the latest adopted',
    },
    answer: questionnaireListSchema,
    refusals: ['FORBIDDEN'],
  }),
  questionnaire: endpoint({
    method: 'GET',
    path: '/api/questionnaires/:hash',
    tag,
    summary: {
      zh: '一份问卷全文（default 为默认问卷）',
      en: 'One questionnaire; `default` is the one asked by default',
    },
    answer: questionnaireViewSchema,
    refusals: ['NOT_FOUND'],
  }),
  questionnairePreview: endpoint({
    method: 'GET',
    path: '/api/questionnaires/:hash/preview',
    tag,
    summary: {
      zh: '问卷预览网页，中英对照，附阅读提示',
      en: 'A page that shows a questionnaire in both languages, with reading hints',
    },
    produces: 'text/html; charset=utf-8',
    refusals: ['NOT_FOUND'],
  }),
  cycleQuestionnaire: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/questionnaire',
    tag,
    summary: { zh: '本次考核所用问卷', en: 'What the surveys of a cycle ask' },
    answer: questionnaireViewSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  chooseQuestionnaire: endpoint({
    method: 'PUT',
    path: '/api/cycles/:cycleId/questionnaire',
    tag,
    summary: { zh: '选定问卷（测评开始前）', en: 'Chooses what is asked, before anything is' },
    body: chooseQuestionnaireSchema,
    answer: doneSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'QUESTIONNAIRE_UNKNOWN', 'SURVEY_SCALE_MISMATCH', 'STAGE_NOT_OPEN'],
  }),
} as const;
