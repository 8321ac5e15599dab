import type { SlipPrinter } from '../../ports/survey-gateways.js';
import type { Stratum } from '../../ports/survey-records.js';
import { issueLinks } from '../../survey/campaign-links.js';
import type { LinkDeps } from '../../survey/survey-deps.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demandSurvey } from '../survey/find-survey.js';

/**
 * Issues links and prints them as slips, a PDF: the links are nowhere but on it. The same key again is refused
 * (`LINKS_ALREADY_ISSUED`), because they cannot be printed twice. Refuses `CAMPAIGN_CLOSED`, `NOT_FOUND`,
 * `FORBIDDEN`.
 */
export async function printSlips(
  deps: LinkDeps & { readonly slips: SlipPrinter; readonly surveyOrigin: string },
  actor: Actor,
  input: {
    readonly campaignId: string;
    readonly stratum: Stratum;
    readonly count: number;
    readonly key: string;
  },
): Promise<Uint8Array> {
  const { campaignId, stratum, count, key } = input;
  const { campaign, cycle, community } = await deps.transactions.read(async (stores) => {
    const found = await demandSurvey(stores, actor, 'survey.run', campaignId);
    return { ...found, community: await stores.places.community(found.campaign.communityId) };
  });
  const idempotencyKey = messageId(actor, key);
  const tokens = await issueLinks(deps, { campaignId, count, stratum, channel: 'slip', idempotencyKey });
  return deps.slips.print({
    communityName: community?.name ?? '',
    year: cycle.year,
    closesAt: campaign.closesAt,
    links: tokens.map((token) => `${deps.surveyOrigin}/s/${token}`),
  });
}
