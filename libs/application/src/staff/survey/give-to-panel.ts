import { Refusal, type CampaignCount } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { Campaign } from '../../ports/survey-records.js';
import { boxIsDone } from '../../waiting/boxes-wait.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandSurvey } from './find-survey.js';

/**
 * A named person gives a sealed campaign to the panel, with the reason: its box cannot be opened, or too few of its
 * ballots turned out valid. Nobody can do so once there is a count that can stand: a result is not thrown away because
 * of what it says. Refuses `STAGE_NOT_OPEN`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function giveSurveyToPanel(
  deps: AskDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly reason: string; readonly key: string },
): Promise<Done> {
  const { campaignId, reason, key } = input;
  const keyed = { verb: 'give-to-panel', key, request: { campaignId, reason } };
  return askWorkflow<Done>(deps, actor, keyed, async (stores) => {
    const { campaign, cycle } = await demandSurvey(stores, actor, 'survey.give_to_panel', campaignId);
    const panelReason = await reasonWhy(stores, campaign);
    const by = actor.accountId;
    await stores.boxes.insertHandover({
      campaignId,
      reason,
      handedOverBy: by,
      handedOverAt: deps.clock.now(),
    });
    await boxIsDone(stores, campaign, deps.clock.now());
    await stores.surveys.replaceTally(campaignId, []);
    await stores.surveys.advanceCampaign(campaignId, campaign.version, {
      state: 'closed_to_panel',
      panelReason,
    });
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'give_to_panel', cycleKey: cycle.key, campaignId, updateId, by },
      answer: { done: true },
    };
  });
}

async function reasonWhy(
  stores: Stores,
  { id, state }: Campaign,
): Promise<NonNullable<Campaign['panelReason']>> {
  if (state === 'sealed') return 'box_not_opened';
  const count = state === 'counted' ? await stores.boxes.count(id) : null;
  if (count !== null && !(JSON.parse(count.body) as CampaignCount).sample.valid) return 'sample_not_valid';
  throw new Refusal(
    'STAGE_NOT_OPEN',
    'Only a sealed box, or a count with too few valid ballots, goes to the panel.',
    {
      state,
    },
  );
}
