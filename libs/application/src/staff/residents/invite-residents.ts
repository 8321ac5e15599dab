import { Refusal } from '@kaoji/domain';
import type { LinkChannel } from '../../ports/survey-records.js';
import type { SentChannel } from '../../survey/contacts.js';
import { queueInvitations, type QueueDeps } from '../../survey/queue-invitations.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandSurvey } from '../survey/find-survey.js';

export type InviteDeps = AskDeps &
  QueueDeps & {
    /** Channels the process that sends is configured for. */
    readonly channels: ReadonlySet<LinkChannel>;
  };

/**
 * HR has the drawn residents written to: each gets an invitation row and, unless they have one, a link; the
 * workflow then sends. Whoever has no contact on this channel, or was invited on it before, is left out. Refuses
 * `CHANNEL_NOT_CONFIGURED`, `DRAW_MISSING`, `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function inviteResidents(
  deps: InviteDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly channel: SentChannel; readonly key: string },
): Promise<{ readonly invited: number }> {
  const { campaignId, channel, key } = input;
  const keyed = { verb: 'invite-residents', key, request: { campaignId, channel } };
  return askWorkflow(deps, actor, keyed, async (stores) => {
    const { campaign, cycle } = await demandSurvey(stores, actor, 'survey.run', campaignId);
    if (!deps.channels.has(channel)) {
      throw new Refusal('CHANNEL_NOT_CONFIGURED', 'Nothing is set up to send on this channel.', { channel });
    }
    if (campaign.state !== 'open' && campaign.state !== 'extended') {
      throw new Refusal('STAGE_NOT_OPEN', 'This survey is not open.', { state: campaign.state });
    }
    if ((await stores.invitations.draw(campaignId)) === null) {
      throw new Refusal('DRAW_MISSING', 'Draw the sample first: only those drawn are invited.');
    }
    const invited = await queueInvitations(deps, stores, campaign, channel);
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'invite_residents', cycleKey: cycle.key, campaignId, updateId },
      answer: { invited },
    };
  });
}
