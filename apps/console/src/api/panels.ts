import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { panelsOfCycleQuery } from './panel-reports.js';
import type { operations } from './schema.gen.js';

type Address = { readonly cycleId: string; readonly unitId: string };

export type PanelList = Awaited<ReturnType<NonNullable<ReturnType<typeof panelsOfCycleQuery>['queryFn']>>>;
export type Panel = PanelList['items'][number];

/** What panels mark in a unit, and who could sit; for HR. */
export const panelPartsQuery = ({ cycleId, unitId }: Address) =>
  queryOptions({
    queryKey: ['panels', 'parts', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/panel-parts', {
          params: { path: { cycleId, unitId } },
        }),
      ),
  });
export type PanelPart = Awaited<
  ReturnType<NonNullable<ReturnType<typeof panelPartsQuery>['queryFn']>>
>['items'][number];

export type NewPanel = NonNullable<
  operations['PanelController_name']['requestBody']
>['content']['application/json'];
/** Names who sits; conflicts are removed and replaced by the service. */
export const namePanel = ({ cycleId, unitId }: Address, body: NewPanel, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/units/{unitId}/panels', {
      params: { path: { cycleId, unitId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export type Absence = NonNullable<
  operations['PanelController_absent']['requestBody']
>['content']['application/json'];
/** Replaces a member who is absent, on record. */
export const replaceAbsent = (panelId: string, body: Absence, key: string) =>
  answerOf(
    api.POST('/api/panels/{panelId}/absences', {
      params: { path: { panelId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export type ChallengeAnswer = NonNullable<
  operations['PanelController_answer']['requestBody']
>['content']['application/json'];
/** The superior answers an appraisee who asked that a member stand aside. */
export const answerChallenge = (panelId: string, body: ChallengeAnswer, key: string) =>
  answerOf(
    api.POST('/api/panels/{panelId}/challenges/answers', {
      params: { path: { panelId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

/** Asks everybody with a marking role in a unit to mark there; whoever is asked already stays asked. */
export const requestDefaultMarks = (cycleId: string) =>
  answerOf(api.POST('/api/cycles/{cycleId}/mark-requests/default', { params: { path: { cycleId } } }));
