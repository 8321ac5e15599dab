import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';

/** How often what runs is read again while its page is in front: a notice leaves the page with its period. */
const WATCH_MS = 60_000;
const quiet = { quiet: true };

/** Notices that run now: names are here as long as the law shows them, and no longer. */
export const publicNoticesQuery = queryOptions({
  queryKey: ['public', 'notices'],
  queryFn: () => answerOf(api.GET('/api/public/notices')),
  refetchInterval: WATCH_MS,
  meta: quiet,
});
export type PublicNotice = Awaited<
  ReturnType<NonNullable<typeof publicNoticesQuery.queryFn>>
>['items'][number];

/** Where residents check their receipts. */
export const publicAddressesQuery = queryOptions({
  queryKey: ['public', 'addresses'],
  queryFn: () => answerOf(api.GET('/api/public/addresses')),
  meta: quiet,
});

/** The latest signed root of every cycle. */
export const publicLogsQuery = infiniteQueryOptions({
  queryKey: ['public', 'logs'],
  queryFn: ({ pageParam }) =>
    answerOf(api.GET('/api/public/logs', { params: { query: asked({ limit: 100, after: pageParam }) } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  meta: quiet,
});

/** The signed heads of one cycle's log and the keys behind them. */
export const publicHeadsQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['public', 'log', cycleId],
    queryFn: () =>
      answerOf(api.GET('/api/public/cycles/{cycleId}/log-heads', { params: { path: { cycleId } } })),
    meta: quiet,
  });
export type PublicHeads = Awaited<ReturnType<NonNullable<ReturnType<typeof publicHeadsQuery>['queryFn']>>>;
