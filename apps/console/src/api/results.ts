import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { components } from './schema.gen.js';

export type DerivationNode = components['schemas']['DerivationNode'];

/** My own appraisals, all years. */
export const myAppraisalsQuery = queryOptions({
  queryKey: ['appraisals', 'mine'],
  queryFn: () => answerOf(api.GET('/api/appraisals/mine')),
});
export type MyAppraisal = Awaited<ReturnType<NonNullable<typeof myAppraisalsQuery.queryFn>>>['items'][number];

/** A result and how it came about. Refuses `RESULT_NOT_READY`, `RESULT_NOT_RECEIVED`. */
export const resultQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['result', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/result', { params: { path: { appraisalId } } })),
  });
export type Result = Awaited<ReturnType<NonNullable<ReturnType<typeof resultQuery>['queryFn']>>>;

export const receiveResult = (appraisalId: string, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/receipt', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
    }),
  );

export const signResult = (
  appraisalId: string,
  body: { readonly signed: boolean; readonly opinion?: string },
  key: string,
) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/signature', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export const contestResult = (appraisalId: string, grounds: string, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/contests', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
      body: { grounds },
    }),
  );
