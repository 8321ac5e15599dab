import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

const WATCH_MS = 10_000;

/** Who holds keys of the ballot boxes of a cycle, in the order they took them. */
export const boxHoldersQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['boxes', cycleId, 'holders'],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}/box-holders', { params: { path: { cycleId } } })),
  });
export type BoxHolder = Awaited<
  ReturnType<NonNullable<ReturnType<typeof boxHoldersQuery>['queryFn']>>
>['items'][number];

/** The boxes themselves, and how far each is opened. */
export const ballotBoxesQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['boxes', cycleId],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}/ballot-boxes', { params: { path: { cycleId } } })),
    refetchInterval: WATCH_MS,
  });
export type BallotBox = Awaited<
  ReturnType<NonNullable<ReturnType<typeof ballotBoxesQuery>['queryFn']>>
>['items'][number];

/** Takes a key. Refuses `BOX_PASSPHRASE_WEAK`, `HOLDER_NOT_SEPARATE`, `DUPLICATE_HOLDER`, `CYCLE_STATE`. */
export const takeKey = (cycleId: string, passphrase: string, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/box-holders', {
      params: { path: { cycleId }, header: { 'idempotency-key': key } },
      body: { passphrase },
    }),
  );

/** Does one's half at every sealed box. Refuses `BOX_PASSPHRASE_WRONG`, `BOX_PASSPHRASE_PAUSED`, `NOT_A_HOLDER`. */
export const openBoxes = (cycleId: string, passphrase: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/ballot-boxes/open', {
      params: { path: { cycleId } },
      body: { passphrase },
    }),
  );
export type BoxAct = Awaited<ReturnType<typeof openBoxes>>['items'][number];

/** The count of a campaign. Refuses `STAGE_NOT_OPEN` before it is counted. */
export const countQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['surveys', campaignId, 'count'],
    queryFn: () => answerOf(api.GET('/api/surveys/{campaignId}/count', { params: { path: { campaignId } } })),
  });
export type SurveyCount = Awaited<ReturnType<NonNullable<ReturnType<typeof countQuery>['queryFn']>>>;

const keyed = (campaignId: string, key: string) => ({
  path: { campaignId },
  header: { 'idempotency-key': key },
});

/** Confirms the count that was seen. Refuses `COUNT_CHANGED`, `SAMPLE_NOT_VALID`, `OWN_LIST`, `STAGE_NOT_OPEN`. */
export const confirmCount = (campaignId: string, countHash: string, key: string) =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/count/confirm', {
      params: keyed(campaignId, key),
      body: { countHash },
    }),
  );

/** Gives a survey without a count that can stand to the panel. Refuses `STAGE_NOT_OPEN`. */
export const giveToPanel = (campaignId: string, reason: string, key: string) =>
  answerOf(api.POST('/api/surveys/{campaignId}/panel', { params: keyed(campaignId, key), body: { reason } }));
