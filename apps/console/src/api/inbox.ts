import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';
import type { paths } from './schema.gen.js';

type Query = NonNullable<paths['/api/inbox']['get']['parameters']['query']>;
export type InboxFilter = Pick<Query, 'kind' | 'cycleId' | 'unitId'> & { readonly overdue?: boolean };
export type TaskKind = NonNullable<Query['kind']>;

const readPage = ({ overdue, ...filter }: InboxFilter, limit: number, after?: string) =>
  answerOf(
    api.GET('/api/inbox', {
      params: {
        query: asked({ ...filter, limit, after, overdue: overdue === true ? ('true' as const) : undefined }),
      },
    }),
  );
export type InboxItem = Awaited<ReturnType<typeof readPage>>['items'][number];

const PAGE = 50;
/** What waits for me, by due date, page after page. */
export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'pages', filter],
    queryFn: ({ pageParam }) => readPage(filter, PAGE, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The first few of what waits for me. */
export const firstOfInboxQuery = (filter: InboxFilter, count: number) =>
  queryOptions({ queryKey: ['inbox', 'first', filter, count], queryFn: () => readPage(filter, count) });

export const inboxCountsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: () => answerOf(api.GET('/api/inbox/counts')),
});
