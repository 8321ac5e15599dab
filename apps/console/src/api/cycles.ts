import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';

/** How often what moves by itself is read again, while its page is open and in front. */
const WATCH_MS = 5_000;
const PAGE = 100;
/** Of a unit's people: they are drawn only where one looks. */
const PEOPLE_PAGE = 500;

/** The cycles of my areas, page after page. */
export const cyclesQuery = infiniteQueryOptions({
  queryKey: ['cycles'],
  queryFn: ({ pageParam }) =>
    answerOf(api.GET('/api/cycles', { params: { query: asked({ limit: PAGE, after: pageParam }) } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});
export type CycleItem = Awaited<ReturnType<NonNullable<typeof cyclesQuery.queryFn>>>['items'][number];

/** A cycle and where each unit stands; read again by itself while the cycle is open. */
export const cycleQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['cycles', cycleId],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}', { params: { path: { cycleId } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? WATCH_MS : false),
  });
export type Cycle = Awaited<ReturnType<NonNullable<ReturnType<typeof cycleQuery>['queryFn']>>>;
export type CycleUnit = Cycle['units'][number];

/** A cycle in numbers. */
export const summaryQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['cycles', cycleId, 'summary'],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}/summary', { params: { path: { cycleId } } })),
  });

/** The people of one unit, page after page. */
export const unitPeopleQuery = (cycleId: string, unitId: string) =>
  infiniteQueryOptions({
    queryKey: ['cycles', cycleId, 'people', unitId],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/appraisals', {
          params: { path: { cycleId }, query: asked({ unitId, limit: PEOPLE_PAGE, after: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
export type UnitPerson = Awaited<
  ReturnType<NonNullable<ReturnType<typeof unitPeopleQuery>['queryFn']>>
>['items'][number];

/** Ends the collection of a unit before its date; the reason is kept. Refuses `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`. */
export const closeCollection = (cycleId: string, unitId: string, reason: string, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/units/{unitId}/close-collection', {
      params: { path: { cycleId, unitId }, header: { 'idempotency-key': key } },
      body: { reason },
    }),
  );
