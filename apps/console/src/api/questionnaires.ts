import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** Questionnaires to choose from, the default one first. */
export const questionnairesQuery = queryOptions({
  queryKey: ['questionnaires'],
  queryFn: () => answerOf(api.GET('/api/questionnaires')),
});
export type QuestionnaireItem = Awaited<
  ReturnType<NonNullable<typeof questionnairesQuery.queryFn>>
>['items'][number];

/** What the surveys of a cycle ask: its hash. */
export const cycleQuestionnaireQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['questionnaires', 'of', cycleId],
    queryFn: async () => {
      const { hash } = await answerOf(
        api.GET('/api/cycles/{cycleId}/questionnaire', { params: { path: { cycleId } } }),
      );
      return hash;
    },
  });

/** Adopts a file for good; gives hints of lint. Refuses `QUESTIONNAIRE_FINDINGS` by line. */
export const adoptQuestionnaire = (source: string) =>
  answerOf(api.POST('/api/questionnaires', { body: { source } }));
export type AdoptedQuestionnaire = Awaited<ReturnType<typeof adoptQuestionnaire>>;

/** Chooses what a cycle asks. Refuses `STAGE_NOT_OPEN` once residents are asked, `SURVEY_SCALE_MISMATCH`. */
export const chooseQuestionnaire = (cycleId: string, hash: string) =>
  answerOf(api.PUT('/api/cycles/{cycleId}/questionnaire', { params: { path: { cycleId } }, body: { hash } }));

/** A page with the questionnaire as residents see it, and what lint says of its words. */
export const previewAddress = (hash: string): string =>
  `/api/questionnaires/${encodeURIComponent(hash)}/preview`;
