import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';
import type { UnitAddress } from './unit-people.js';

/** The notices of a unit, by round, with the address everybody may have. */
export const unitNoticesQuery = ({ cycleId, unitId }: UnitAddress) =>
  queryOptions({
    queryKey: ['notices', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/notices', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type UnitNotice = Awaited<
  ReturnType<NonNullable<ReturnType<typeof unitNoticesQuery>['queryFn']>>
>['items'][number];

/** The objections to a unit's notices, with their answers. Refuses `OWN_LIST`. */
export const objectionsQuery = ({ cycleId, unitId }: UnitAddress) =>
  queryOptions({
    queryKey: ['objections', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/objections', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type Objection = Awaited<
  ReturnType<NonNullable<ReturnType<typeof objectionsQuery>['queryFn']>>
>['items'][number];

export type NewObjection = NonNullable<
  operations['ObjectionController_record']['requestBody']
>['content']['application/json'];
export type ObjectionAnswer = NonNullable<
  operations['ObjectionController_answer']['requestBody']
>['content']['application/json'];

/** Records an objection made in person. Refuses `NOTICE_OVER`, `NAME_REQUIRED`, `OWN_LIST`. */
export const recordObjection = ({ cycleId, unitId }: UnitAddress, body: NewObjection, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/units/{unitId}/objections', {
      params: { path: { cycleId, unitId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

/** Answers an objection, once. Refuses `ALREADY_ANSWERED`, `TOUCHED_UNKNOWN`, `OWN_LIST`. */
export const answerObjection = (objectionId: string, body: ObjectionAnswer, key: string) =>
  answerOf(
    api.POST('/api/objections/{objectionId}/answer', {
      params: { path: { objectionId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
