import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** My own year: its steps with their dates, and my duty report as it stands. */
export const ownYearQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['own-year', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/year', { params: { path: { appraisalId } } })),
  });
export type OwnYear = Awaited<ReturnType<NonNullable<ReturnType<typeof ownYearQuery>['queryFn']>>>;

/** A report, or a later one in its place. Refuses `COLLECTION_CLOSED`, `COLLECTION_NOT_OPEN`, `NOT_REOPENED`. */
export const submitReport = (appraisalId: string, text: string) =>
  answerOf(
    api.PUT('/api/appraisals/{appraisalId}/duty-report', {
      params: { path: { appraisalId } },
      body: { text },
    }),
  );

/** My grades over the years, newest first. */
export const ownGradesQuery = queryOptions({
  queryKey: ['grades', 'mine'],
  queryFn: () => answerOf(api.GET('/api/grades/mine')),
});

/** What my results have given me, added up today. Refuses `NOT_FOUND` where the account belongs to nobody. */
export const ownLedgerQuery = queryOptions({
  queryKey: ['ledger', 'mine'],
  queryFn: () => answerOf(api.GET('/api/ledger/mine')),
});

/** Who marks me in a panel. */
export const ownPanelsQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['own-panels', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/panels', { params: { path: { appraisalId } } })),
  });

/** Who decides on the list I am on. Refuses `STAGE_NOT_OPEN` while nobody does. */
export const decidersQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['deciders', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/deciders', { params: { path: { appraisalId } } })),
    retry: false,
  });

export type Challenge = { readonly accountId: string; readonly reason: string };
/** Asks that a panel member stand aside. Refuses `DUPLICATE_CHALLENGE`, `PANEL_NOT_SEATED`, `COLLECTION_CLOSED`. */
export const challengeMember = (
  panelId: string,
  body: Challenge & { readonly appraisalId: string },
  key: string,
) =>
  answerOf(
    api.POST('/api/panels/{panelId}/challenges', {
      params: { path: { panelId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
/** Asks that somebody who decides stand aside; a superior answers. */
export const requestRecusal = (appraisalId: string, { accountId, reason }: Challenge, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/recusal-requests', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
      body: { against: accountId, reason },
    }),
  );

/** All that proves my own appraisal, as one file. Refuses `BUNDLE_NOT_READY`, `ARCHIVE_NOT_CONFIGURED`. */
export const readOwnBundle = (appraisalId: string): Promise<Blob> =>
  answerOf(
    api.GET('/api/appraisals/{appraisalId}/audit-bundle', {
      params: { path: { appraisalId } },
      parseAs: 'blob',
    }),
  ) as Promise<Blob>;
