import { queryOptions } from '@tanstack/react-query';
import type { Readiness } from '@kaoji/http-contract';
import { answerOf, api } from './client.js';
import { problemOf, unreachable } from './problem.js';

const WATCH_MS = 10_000;

/** Whether database and engine answer. That one of them does not is an answer too, with status 503. */
async function askReadiness(): Promise<Readiness> {
  const response = await fetch('/ready').catch(() => {
    throw unreachable();
  });
  const isAnswer = (response.headers.get('content-type') ?? '').startsWith('application/json');
  if (!isAnswer) throw await problemOf(response);
  return (await response.json()) as Readiness;
}

export const readinessQuery = queryOptions({
  queryKey: ['operation', 'ready'],
  queryFn: askReadiness,
  refetchInterval: WATCH_MS,
});

export const healthQuery = queryOptions({
  queryKey: ['operation', 'health'],
  queryFn: () => answerOf(api.GET('/health')),
  refetchInterval: WATCH_MS,
});

/** What the archive lacks: closed runs outside it, and replays that failed. Refuses `TEMPORAL_UNAVAILABLE`. */
export const archiveQuery = queryOptions({
  queryKey: ['operation', 'archive'],
  queryFn: () => answerOf(api.GET('/api/operator/archive')),
});
export type ArchiveState = Awaited<ReturnType<NonNullable<typeof archiveQuery.queryFn>>>;

/** Versions, queues, what waits and what failed; what does not answer is null in it. */
export const serviceStateQuery = queryOptions({
  queryKey: ['operation', 'state'],
  queryFn: () => answerOf(api.GET('/api/operator/state')),
  refetchInterval: WATCH_MS,
});
export type ServiceState = Awaited<ReturnType<NonNullable<typeof serviceStateQuery.queryFn>>>;
