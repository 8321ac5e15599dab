import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';

export type ListAddress = { readonly cycleId: string; readonly unitId: string };

/** Where the approval of a unit's latest list stands, and who may act on it how. */
export const approvalQuery = ({ cycleId, unitId }: ListAddress) =>
  queryOptions({
    queryKey: ['approval', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/approval', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type Approval = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalQuery>['queryFn']>>>;

/** Every act on the lists of a unit, with its reason. */
export const actsQuery = ({ cycleId, unitId }: ListAddress) =>
  queryOptions({
    queryKey: ['acts', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/acts', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type ActRow = Awaited<
  ReturnType<NonNullable<ReturnType<typeof actsQuery>['queryFn']>>
>['items'][number];

export type Act = NonNullable<operations['ActController_act']['requestBody']>['content']['application/json'];
export type Verb = Act['verb'];
export type ManyActs = NonNullable<
  operations['ActController_actOnMany']['requestBody']
>['content']['application/json'];

export const actOn = ({ cycleId, unitId }: ListAddress, body: Act, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/units/{unitId}/acts', {
      params: { path: { cycleId, unitId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

/** The same act on several lists; each is answered, or refused, on its own. */
export const actOnMany = (body: ManyActs, key: string) =>
  answerOf(api.POST('/api/acts', { params: { header: { 'idempotency-key': key } }, body }));

/** Deputies I have given, and those for whom I may act now. */
export const deputiesQuery = queryOptions({
  queryKey: ['deputies'],
  queryFn: () => answerOf(api.GET('/api/deputies')),
});
