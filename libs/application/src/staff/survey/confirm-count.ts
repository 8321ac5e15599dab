import { Refusal, type CampaignCount } from '@kaoji/domain';
import { boxIsDone } from '../../waiting/boxes-wait.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { isOwn } from '../collect/own-evidence.js';
import type { Done } from '../collect/close-collection.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandSurvey } from './find-survey.js';

/**
 * A named person confirms a count, naming the hash of what they saw; from then on it is what counts, and what the box
 * held is destroyed. Refuses `STAGE_NOT_OPEN`, `COUNT_CHANGED`, `SAMPLE_NOT_VALID` (too few ballots turned out valid:
 * that goes to the panel), `OWN_LIST` (whoever was rated stands aside), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function confirmCount(
  deps: AskDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly countHash: string; readonly key: string },
): Promise<Done> {
  const { campaignId, countHash, key } = input;
  const keyed = { verb: 'confirm-count', key, request: { campaignId, countHash } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const { campaign, cycle } = await demandSurvey(stores, actor, 'survey.run', campaignId);
    const count = await stores.boxes.count(campaignId);
    if (campaign.state !== 'counted' || count === null) {
      throw new Refusal('STAGE_NOT_OPEN', 'No count waits for confirmation here.', { state: campaign.state });
    }
    if (count.hash !== countHash) {
      throw new Refusal('COUNT_CHANGED', 'This is not the count that is stored. Read it again.');
    }
    if (!(JSON.parse(count.body) as CampaignCount).sample.valid) {
      throw new Refusal('SAMPLE_NOT_VALID', 'Too few ballots turned out valid: this goes to the panel.');
    }
    const rated = await stores.appraisals.ofCommunity(campaign.cycleId, campaign.communityId);
    if (rated.some((appraisal) => isOwn(actor, appraisal))) {
      throw new Refusal('OWN_LIST', 'Residents rated you here. Somebody else confirms this count.');
    }
    const by = actor.accountId;
    await stores.surveys.advanceCampaign(campaignId, campaign.version, { state: 'closed_valid' });
    const now = deps.clock.now();
    await stores.boxes.confirmCount(campaignId, by, now);
    await boxIsDone(stores, campaign, now);
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'count_confirmed', cycleKey: cycle.key, campaignId, updateId, by },
      answer: { done: true },
    };
  });
}
