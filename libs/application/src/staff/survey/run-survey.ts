import { Refusal } from '@kaoji/domain';
import type { LinkChannel, Stratum } from '../../ports/survey-records.js';
import { issueLinks, revokeLink } from '../../survey/campaign-links.js';
import type { LinkDeps } from '../../survey/survey-deps.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandSurvey } from './find-survey.js';

/**
 * HR gives out links of a campaign: to be handed to residents, or `assisted`, for staff who fill in what a resident
 * says and are counted apart. They are shown this once: the same key again is refused
 * (`LINKS_ALREADY_ISSUED`), because only hashes are kept. Refuses `CAMPAIGN_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function giveOutLinks(
  deps: LinkDeps & { readonly surveyOrigin: string },
  actor: Actor,
  input: {
    readonly campaignId: string;
    readonly count: number;
    readonly stratum: Stratum;
    readonly channel?: Extract<LinkChannel, 'handed' | 'assisted'> | undefined;
    readonly key: string;
  },
): Promise<{ readonly links: readonly string[] }> {
  const { campaignId, count, stratum, channel, key } = input;
  await deps.transactions.read((stores) => demandSurvey(stores, actor, 'survey.run', campaignId));
  const idempotencyKey = messageId(actor, key);
  const tokens = await issueLinks(deps, { campaignId, count, stratum, channel, idempotencyKey });
  return { links: tokens.map((token) => `${deps.surveyOrigin}/s/${token}`) };
}

/** HR revokes a link that went astray. Refuses `LINK_UNKNOWN`, `NOT_FOUND`, `FORBIDDEN`. */
export async function takeBackLink(
  deps: LinkDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly link: string },
): Promise<Done> {
  await deps.transactions.read((stores) => demandSurvey(stores, actor, 'survey.run', input.campaignId));
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
      const { campaign, cycle } = await demandSurvey(stores, actor, 'survey.run', campaignId);
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
