import { isSentChannel } from '../survey/contacts.js';
import { queueInvitations, type QueueDeps } from '../survey/queue-invitations.js';
import { findCampaign, type CampaignKey } from './find-campaign.js';
import type { SendingDeps } from './send-pages.js';

/**
 * Opens what the rulebook names as second channel: leaves invitations to be sent where this system sends by itself.
 * Slips, links to hand over and assisted visits are people's to do, and nothing is done for them. Once per campaign.
 */
export async function openSecondChannel(deps: SendingDeps & QueueDeps, key: CampaignKey): Promise<void> {
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`survey-second-channel/${key.campaignId}`, async () => {
      const { campaign, context } = await findCampaign(deps, stores, key);
      const channel = context.rulebook.survey?.secondChannel;
      if (channel === undefined || !isSentChannel(channel) || !deps.channels.has(channel)) return 0;
      return queueInvitations(deps, stores, campaign, channel);
    }),
  );
}
