import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';

/** What I am asked to mark in a cycle, and what I gave; never what others gave. */
export const markingQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['marking', cycleId],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}/marking', { params: { path: { cycleId } } })),
  });
export type MarkingItem = Awaited<
  ReturnType<NonNullable<ReturnType<typeof markingQuery>['queryFn']>>
>['items'][number];

/** Duty report and routine record of somebody I am asked to mark. Refuses `COLLECTION_CLOSED` afterwards. */
export const markingFileQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['marking', 'file', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/marking-file', { params: { path: { appraisalId } } })),
    retry: false,
  });

export type Marks = NonNullable<
  operations['MarkController_mark']['requestBody']
>['content']['application/json'];
/** Gives marks, all of them or none. */
export const giveMarks = (body: Marks, key: string) =>
  answerOf(api.POST('/api/marks', { params: { header: { 'idempotency-key': key } }, body }));

export type Recusal = NonNullable<
  operations['PanelController_recuse']['requestBody']
>['content']['application/json'];
/** I stand aside for one person; the next member takes the seat. */
export const recuse = (panelId: string, body: Recusal, key: string) =>
  answerOf(
    api.POST('/api/panels/{panelId}/recusals', {
      params: { path: { panelId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export type Interest = NonNullable<
  operations['PanelController_declare']['requestBody']
>['content']['application/json'];
/** Says what ties an account to a person who is appraised; it is not taken back. */
export const declareInterest = (appraisalId: string, body: Interest, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/interests', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
