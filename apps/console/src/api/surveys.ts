import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** How often what moves by itself is read again, while its page is open and in front. */
const WATCH_MS = 10_000;

/** The campaigns of a cycle in my units. */
export const surveysQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['surveys', 'of', cycleId],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}/surveys', { params: { path: { cycleId } } })),
    refetchInterval: WATCH_MS,
  });
export type Campaign = Awaited<
  ReturnType<NonNullable<ReturnType<typeof surveysQuery>['queryFn']>>
>['items'][number];
export type CampaignState = Campaign['state'];

/** What has come in against what a sample needs; told in steps while residents answer. */
export const coverageQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['surveys', campaignId, 'coverage'],
    queryFn: () =>
      answerOf(api.GET('/api/surveys/{campaignId}/coverage', { params: { path: { campaignId } } })),
    refetchInterval: ({ state }) => (state.data?.closing === null ? false : WATCH_MS),
  });
export type Coverage = Awaited<ReturnType<NonNullable<ReturnType<typeof coverageQuery>['queryFn']>>>;
export type Stratum = Coverage['strata'][number]['stratum'];
export type Channel = Coverage['channels'][number]['channel'];

const keyed = (campaignId: string, key: string) => ({
  path: { campaignId },
  header: { 'idempotency-key': key },
});

/** One-time links to hand over, shown this once. Refuses `CAMPAIGN_CLOSED`, `LINKS_ALREADY_ISSUED`. */
export const issueLinks = (
  campaignId: string,
  asked: { readonly stratum: Stratum; readonly count: number },
  key: string,
) =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/links', {
      params: keyed(campaignId, key),
      body: { ...asked, channel: 'handed' },
    }),
  );

/** Takes a link back. Refuses `LINK_UNKNOWN`. */
export const revokeLink = (campaignId: string, link: string) =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/links/revoke', { params: { path: { campaignId } }, body: { link } }),
  );

/** Ends the time of a campaign now. Refuses `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`. */
export const closeSurvey = (campaignId: string, key: string) =>
  answerOf(api.POST('/api/surveys/{campaignId}/close', { params: keyed(campaignId, key) }));
