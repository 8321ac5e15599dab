import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';

/** An appraisal as it happened, with the state after each step. Refuses `RESULT_NOT_READY`, `RESULT_NOT_RECEIVED`. */
export const storyQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['story', appraisalId],
    // What happened stays as it was, and a replay is work.
    staleTime: 60_000,
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/story', { params: { path: { appraisalId } } })),
  });

const CYCLES = 500;
/** The cycles an auditor chooses from. */
export const auditedCyclesQuery = queryOptions({
  queryKey: ['audited', 'cycles'],
  queryFn: () => answerOf(api.GET('/api/cycles', { params: { query: { limit: CYCLES } } })),
});
export type AuditedCycle = Awaited<
  ReturnType<NonNullable<typeof auditedCyclesQuery.queryFn>>
>['items'][number];

/** One cycle with its units by name. */
export const auditedCycleQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['audited', 'cycle', cycleId],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}', { params: { path: { cycleId } } })),
  });

const APPRAISALS = 500;
const readAppraisals = (cycleId: string, after?: string) =>
  answerOf(
    api.GET('/api/cycles/{cycleId}/appraisals', {
      params: { path: { cycleId }, query: asked({ after, limit: APPRAISALS }) },
    }),
  );
export type AuditedAppraisal = Awaited<ReturnType<typeof readAppraisals>>['items'][number];

/** The appraisals of a cycle, page after page. */
export const auditedAppraisalsQuery = (cycleId: string) =>
  infiniteQueryOptions({
    queryKey: ['audited', 'appraisals', cycleId],
    queryFn: ({ pageParam }) => readAppraisals(cycleId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The signed heads of a cycle's log and the keys they were signed with; the latest last. */
export const logHeadsQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['log-heads', cycleId],
    queryFn: () =>
      answerOf(api.GET('/api/public/cycles/{cycleId}/log-heads', { params: { path: { cycleId } } })),
  });

const LOOKS = 50;
const readLooks = (cycleId: string, subject?: string, after?: string) =>
  answerOf(
    api.GET('/api/cycles/{cycleId}/access', {
      params: { path: { cycleId }, query: asked({ subject, after, limit: LOOKS }) },
    }),
  );
export type Look = Awaited<ReturnType<typeof readLooks>>['items'][number];

/** Who looked at what in a cycle, newest first; at one thing, where it is named. Reading it is a look itself. */
export const accessQuery = (cycleId: string, subject?: string) =>
  infiniteQueryOptions({
    queryKey: ['access', cycleId, subject ?? null],
    queryFn: ({ pageParam }) => readLooks(cycleId, subject, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** All that proves a cycle, as one file. Refuses `BUNDLE_NOT_READY`, `ARCHIVE_NOT_CONFIGURED`. */
export const readBundle = (cycleId: string): Promise<Blob> =>
  answerOf(
    api.GET('/api/cycles/{cycleId}/audit-bundle', { params: { path: { cycleId } }, parseAs: 'blob' }),
  ) as Promise<Blob>;
