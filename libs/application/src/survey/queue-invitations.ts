import type { Clock, Ids, SurveyLinks } from '../ports/gateways.js';
import type { Stores } from '../ports/stores.js';
import type { ContactSealer } from '../ports/survey-gateways.js';
import type { Campaign, Invitation, SurveyLink, SurveyResident } from '../ports/survey-records.js';
import { linkExpiry } from './campaign-links.js';
import { contactFor, type Contacts, type SealedInvitation, type SentChannel } from './contacts.js';

export type QueueDeps = {
  readonly links: SurveyLinks;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly contacts: ContactSealer;
};
/** A row that is passed over when the rest is sent, so that counts do not tell who had answered by then. */
export const NOT_NEEDED = 'NOT_NEEDED';

/**
 * Leaves an invitation to be sent for every drawn resident who can be reached on this channel and has none yet;
 * gives how many. A resident has one link whatever the channel: a second channel carries the first one's link, and
 * nothing to whom it has served already.
 */
export async function queueInvitations(
  deps: QueueDeps,
  stores: Stores,
  campaign: Campaign,
  channel: SentChannel,
): Promise<number> {
  const residents = (await stores.invitations.residents(campaign.id)).filter(({ drawn }) => drawn);
  const earlier = await stores.invitations.ofCampaign(campaign.id);
  const linkOf = new Map(earlier.map((invitation) => [invitation.ref, invitation]));
  const invited = new Set(earlier.flatMap((one) => (one.channel === channel ? [one.ref] : [])));
  const spent = await stores.invitations.spentAmong(earlier.map(({ linkHash }) => linkHash));

  const links: SurveyLink[] = [];
  const invitations: Invitation[] = [];
  for (const resident of residents) {
    const to = invited.has(resident.ref) ? null : contactOf(deps, resident, channel);
    if (to === null) continue;
    const { linkHash, token } = linkFor(resident);
    invitations.push({
      id: deps.ids.next(),
      campaignId: campaign.id,
      ref: resident.ref,
      channel,
      linkHash,
      sealed: deps.contacts.seal(campaign.id, { to, token } satisfies SealedInvitation),
      state: 'waiting',
      reminders: 0,
      problem: spent.has(linkHash) ? NOT_NEEDED : null,
    });
  }
  // The order of the rows must not tell whose link is whose.
  links.sort((one, other) => (one.linkHash < other.linkHash ? -1 : 1));
  if (links.length > 0) await stores.surveys.insertLinks(links);
  if (invitations.length > 0) await stores.invitations.insertMany(invitations);
  return invitations.length;

  function linkFor({ ref, stratum }: SurveyResident): { readonly linkHash: string; readonly token: string } {
    const before = linkOf.get(ref);
    if (before !== undefined) {
      const { token } = deps.contacts.open(campaign.id, before.sealed) as SealedInvitation;
      return { linkHash: before.linkHash, token };
    }
    const issued = deps.links.issue(campaign.id, linkExpiry(campaign, deps.clock.now()));
    links.push({ linkHash: issued.linkHash, campaignId: campaign.id, stratum, channel, state: 'issued' });
    return issued;
  }
}

function contactOf(
  { contacts }: QueueDeps,
  { campaignId, sealed }: SurveyResident,
  channel: SentChannel,
): string | null {
  return contactFor(contacts.open(campaignId, sealed) as Contacts, channel);
}
