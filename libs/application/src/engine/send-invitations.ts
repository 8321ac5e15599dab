import type { Invitation } from '../ports/survey-records.js';
import { NOT_NEEDED } from '../survey/queue-invitations.js';
import type { DeliveryCursor } from './deliver-each.js';
import { findCampaign, type CampaignKey } from './find-campaign.js';
import { PAGE, sendPages, type Sending, type SendingDeps } from './send-pages.js';

/**
 * Sends the invitations that wait, each at most once: what was sent is no longer waiting, and a message that was
 * taken while its answer got lost carries the same id again. What cannot be sent now stays, and `againAt` says when
 * to come back; what never can is `failed`, with a code. Outside the rulebook's civil hours nothing is sent.
 */
export async function deliverInvitations(
  deps: SendingDeps,
  key: CampaignKey,
  cursor: Pick<DeliveryCursor, 'report'>,
): Promise<Sending> {
  return sendPages(deps, key, cursor, {
    round: 0,
    isSilent: ({ problem }) => problem === NOT_NEEDED,
    page: (stores, after) => stores.invitations.waiting(key.campaignId, { after, limit: PAGE }),
    settle: async (stores, { id }, outcome) => {
      // A delivery report may have been quicker than we are.
      if ((await stores.invitations.byId(id))?.state !== 'waiting') return;
      if (outcome.outcome === 'failed') {
        await stores.invitations.advance(id, { state: 'failed', problem: outcome.problem });
      } else {
        await stores.invitations.advance(id, { state: 'sent', problem: null });
      }
    },
  });
}

/**
 * Reminds whoever has not answered, at most as often as the rulebook says: whom, is computed from spent links and
 * told to nobody. A resident invited on two channels is reminded on the later one. Repeating a reminder of the same
 * number reminds only those it has not reached.
 */
export async function remindResidents(
  deps: SendingDeps,
  key: CampaignKey & { readonly reminder: number },
  cursor: Pick<DeliveryCursor, 'report'>,
): Promise<Sending> {
  const { campaignId, reminder } = key;
  const { context, latest } = await deps.transactions.read(async (stores) => ({
    ...(await findCampaign(deps, stores, key)),
    latest: latestOfEach(await stores.invitations.ofCampaign(campaignId)),
  }));
  if (reminder > (context.rulebook.survey?.reminders?.atMost ?? 0)) return { againAt: null };
  return sendPages(deps, key, cursor, {
    round: reminder,
    page: (stores, after) => stores.invitations.unanswered(campaignId, reminder, { after, limit: PAGE }),
    isSilent: ({ id }) => !latest.has(id),
    settle: async (stores, { id }, outcome) => {
      const failed =
        outcome.outcome === 'failed' ? { state: 'failed' as const, problem: outcome.problem } : {};
      await stores.invitations.advance(id, { reminders: reminder, ...failed });
    },
  });
}

/** Of several invitations with one link, the last that went out. */
function latestOfEach(invitations: readonly Invitation[]): ReadonlySet<string> {
  const out = invitations.filter(({ state }) => state === 'sent' || state === 'delivered');
  return new Set(new Map(out.map(({ linkHash, id }) => [linkHash, id])).values());
}
