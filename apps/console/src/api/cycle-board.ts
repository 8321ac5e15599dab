import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';
import type { paths } from './schema.gen.js';

type Query = NonNullable<paths['/api/cycles/{cycleId}/waiting']['get']['parameters']['query']>;
export type WaitingFilter = Pick<Query, 'kind' | 'unitId'> & { readonly late?: boolean };
type RemindersBody = NonNullable<
  paths['/api/cycles/{cycleId}/reminders']['post']['requestBody']
>['content']['application/json'];

const PAGE = 500;

/** Whom a cycle waits for and for what, the longest overdue first, page after page; totals come with the first. */
export const waitingQuery = (cycleId: string, { late, ...filter }: WaitingFilter) =>
  infiniteQueryOptions({
    queryKey: ['cycles', cycleId, 'waiting', { late, ...filter }],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/waiting', {
          params: {
            path: { cycleId },
            query: asked({
              ...filter,
              limit: PAGE,
              after: pageParam,
              late: late === true ? ('true' as const) : undefined,
            }),
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
export type WaitingItem = Awaited<
  ReturnType<NonNullable<ReturnType<typeof waitingQuery>['queryFn']>>
>['items'][number];

/** Reminds of what a filter finds, each task once a day. Refuses `CYCLE_STATE`. */
export const sendReminders = (cycleId: string, body: RemindersBody, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/reminders', {
      params: { path: { cycleId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
export type Reminded = Awaited<ReturnType<typeof sendReminders>>;

/** Which units were closed before their date, by whom and why. */
export const earlyClosingsQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['cycles', cycleId, 'early-closings'],
    queryFn: () =>
      answerOf(api.GET('/api/cycles/{cycleId}/early-closings', { params: { path: { cycleId } } })),
  });
