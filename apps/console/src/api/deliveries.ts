import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';
import type { UnitAddress } from './unit-people.js';

/** What is written to the people of a unit, and what of it has reached them. */
export const deliveriesQuery = ({ cycleId, unitId }: UnitAddress) =>
  queryOptions({
    queryKey: ['deliveries', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/deliveries', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type DeliveryItem = Awaited<
  ReturnType<NonNullable<ReturnType<typeof deliveriesQuery>['queryFn']>>
>['items'][number];

export type NewDelivery = NonNullable<
  operations['ContestController_deliver']['requestBody']
>['content']['application/json'];

/** Records how results reached their people. Refuses `WITNESSES_INVALID`, `REFERENCE_MISSING`, `ALREADY_DELIVERED`. */
export const deliver = ({ cycleId, unitId }: UnitAddress, body: NewDelivery, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/units/{unitId}/deliveries', {
      params: { path: { cycleId, unitId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
