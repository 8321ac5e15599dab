import { Refusal } from '@kaoji/domain';
import type { Campaign, Stratum } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { issueLinks, revokeLink } from '../../survey/campaign-links.js';
import type { LinkDeps } from '../../survey/survey-deps.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findCycle, notFound, type FoundCycle } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';

/**
 * HR gives out links of a campaign. They are shown this once: the same key again is refused
 * (`LINKS_ALREADY_ISSUED`), because only hashes are kept. Refuses `CAMPAIGN_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function giveOutLinks(
  deps: LinkDeps & { readonly surveyOrigin: string },
  actor: Actor,
  input: {
    readonly campaignId: string;
    readonly count: number;
    readonly stratum: Stratum;
    readonly key: string;
  },
): Promise<{ readonly links: readonly string[] }> {
  const { campaignId, count, stratum, key } = input;
  await deps.transactions.read((stores) => demandCampaign(stores, actor, campaignId));
  const idempotencyKey = messageId(actor, key);
  const tokens = await issueLinks(deps, { campaignId, count, stratum, idempotencyKey });
  return { links: tokens.map((token) => `${deps.surveyOrigin}/s/${token}`) };
}

/** HR revokes a link that went astray. Refuses `LINK_UNKNOWN`, `NOT_FOUND`, `FORBIDDEN`. */
export async function takeBackLink(
  deps: LinkDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly link: string },
): Promise<Done> {
  await deps.transactions.read((stores) => demandCampaign(stores, actor, input.campaignId));
  await revokeLink(deps, input);
  return { done: true };
}

/**
 * HR closes a campaign early; an invalid sample is extended all the same, never counted. Refuses
 * `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function closeSurvey(
  deps: AskDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly key: string },
): Promise<Done> {
  const { campaignId, key } = input;
  return askWorkflow<Done>(
    deps,
    actor,
    { verb: 'close-survey', key, request: campaignId },
    async (stores) => {
      const { campaign, cycle } = await demandCampaign(stores, actor, campaignId);
      if (campaign.state !== 'open' && campaign.state !== 'extended') {
        throw new Refusal('STAGE_NOT_OPEN', 'This survey is not open.', { state: campaign.state });
      }
      const updateId = messageId(actor, key);
      return {
        message: { kind: 'close_survey', cycleKey: cycle.key, campaignId, updateId },
        answer: { done: true },
      };
    },
  );
}

async function demandCampaign(
  stores: Stores,
  actor: Actor,
  campaignId: string,
): Promise<{ readonly campaign: Campaign; readonly cycle: FoundCycle }> {
  const campaign = await stores.surveys.campaign(campaignId);
  if (campaign === null) throw notFound('survey');
  const cycle = await findCycle(stores, campaign.cycleId);
  demand(actor, 'survey.run', { areaId: cycle.areaId, unitId: campaign.unitId });
  return { campaign, cycle };
}
