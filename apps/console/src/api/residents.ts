import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { codeOf } from './problem.js';
import type { Stratum } from './surveys.js';

/** The list residents are drawn from, and what was sent: numbers, never a person. */
export const residentsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['surveys', campaignId, 'residents'],
    queryFn: () =>
      answerOf(api.GET('/api/surveys/{campaignId}/residents', { params: { path: { campaignId } } })),
  });
export type Residents = Awaited<ReturnType<NonNullable<ReturnType<typeof residentsQuery>['queryFn']>>>;

/** The draw, or null while nobody is drawn. */
export const drawQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['surveys', campaignId, 'draw'],
    queryFn: async () => {
      try {
        return await answerOf(
          api.GET('/api/surveys/{campaignId}/draw', { params: { path: { campaignId } } }),
        );
      } catch (fault) {
        if (codeOf(fault) === 'NOT_FOUND') return null;
        throw fault;
      }
    },
  });
export type Draw = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof drawQuery>['queryFn']>>>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What the service is told a file is: by its name, since browsers differ about CSV. */
const typeOf = ({ name }: File): string => (/\.xlsx$/i.test(name) ? XLSX : 'text/csv');

/** All of a list or nothing. Refuses `RESIDENTS_INVALID` by row and column, `DRAW_MADE`, `FILE_UNREADABLE`. */
export const importResidents = (campaignId: string, file: File) =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/residents', {
      params: { path: { campaignId } },
      body: file as unknown as string,
      bodySerializer: (given: unknown) => given as Blob,
      headers: { 'content-type': typeOf(file) },
    }),
  );

export type StratumSize = { stratum: Stratum; sample: number };
/** Draws once. Refuses `DRAW_MADE`, `LIST_CHANGED`, `RESIDENTS_MISSING`, `SAMPLE_SIZES_MISSING`. */
export const drawResidents = (
  campaignId: string,
  body: { seed: string; listHash: string; sizes?: StratumSize[] },
) => answerOf(api.POST('/api/surveys/{campaignId}/draw', { params: { path: { campaignId } }, body }));

const keyed = (campaignId: string, key: string) => ({
  path: { campaignId },
  header: { 'idempotency-key': key },
});

export type SentChannel = 'sms' | 'wechat' | 'email';
/** Has everybody drawn written to. Refuses `CHANNEL_NOT_CONFIGURED`, `DRAW_MISSING`, `STAGE_NOT_OPEN`. */
export const inviteResidents = (campaignId: string, channel: SentChannel, key: string) =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/invitations', {
      params: keyed(campaignId, key),
      body: { channel },
    }),
  );

/** A sheet of slips as PDF; their links are nowhere else. Refuses `LINKS_ALREADY_ISSUED`, `CAMPAIGN_CLOSED`. */
export const printSlips = (
  campaignId: string,
  body: { readonly stratum: Stratum; readonly count: number },
  key: string,
): Promise<Blob> =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/slips', { params: keyed(campaignId, key), body, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>;

/** One link for a visit, counted apart. */
export const assistedLink = (campaignId: string, stratum: Stratum, key: string) =>
  answerOf(
    api.POST('/api/surveys/{campaignId}/assisted-links', {
      params: keyed(campaignId, key),
      body: { stratum },
    }),
  );

/** Another link for one that went astray; null: it goes to the resident. Refuses `LINK_SPENT`, `LINK_UNKNOWN`. */
export const reissueLink = (campaignId: string, body: { ref: string } | { link: string }, key: string) =>
  answerOf(api.POST('/api/surveys/{campaignId}/links/reissue', { params: keyed(campaignId, key), body }));
