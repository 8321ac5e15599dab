import { Refusal, civilHour } from '@kaoji/domain';
import type { Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { ContactSealer, InvitationChannel, SendOutcome } from '../ports/survey-gateways.js';
import type { Invitation, LinkChannel } from '../ports/survey-records.js';
import type { SealedInvitation } from '../survey/contacts.js';
import { messageIdOf } from '../survey/message-id.js';
import type { CycleContext } from './cycle-context.js';
import type { DeliveryCursor } from './deliver-each.js';
import type { EngineDeps } from './engine-deps.js';
import { findCampaign, type CampaignKey } from './find-campaign.js';

/** Steps that write to residents. */
export type SendingDeps = EngineDeps & {
  readonly channels: ReadonlyMap<LinkChannel, InvitationChannel>;
  readonly contacts: ContactSealer;
  readonly surveyOrigin: string;
};
/** When what is left may be sent; null: nothing is left, or nobody is asked any more. */
export type Sending = { readonly againAt: Instant | null };

export const PAGE = 100;
const AT_ONCE = 8;
/** So many in a row that cannot be sent now: the gateway is away, not a mailbox. */
const ENOUGH_HELD = 5;
const NO_CHANNEL_MS = 600_000;

type Settled = Exclude<SendOutcome, { readonly outcome: 'try_later' }>;
/** What is sent in one go, page by page in the order of ids. */
export type Batch = {
  readonly round: number;
  /** Settled as if it were sent. */
  isSilent(invitation: Invitation): boolean;
  page(stores: Stores, after: string | null): Promise<readonly Invitation[]>;
  settle(stores: Stores, invitation: Invitation, outcome: Settled): Promise<void>;
};
/** What every message of a campaign says. */
type Asking = { readonly communityName: string; readonly closesAt: Instant };

/**
 * Sends a batch, eight at once, as long as residents are asked and may be written to; stops when the way out is
 * closed rather than one mailbox.
 */
export async function sendPages(
  deps: SendingDeps,
  key: CampaignKey,
  cursor: Pick<DeliveryCursor, 'report'>,
  batch: Batch,
): Promise<Sending> {
  const held: Held = { inARow: 0, longestMs: 0 };
  for (let after: string | null = null; ;) {
    const now = deps.clock.now();
    const asked = await askedNow(deps, key);
    if (asked === null) return { againAt: null };
    const { asking, mayWriteAt } = asked;
    if (mayWriteAt > now) return againBefore(asking, mayWriteAt);
    const from: string | null = after;
    const page: readonly Invitation[] = await deps.transactions.read((stores) => batch.page(stores, from));
    const last = page.at(-1);
    if (last !== undefined) await sendPage(deps, asking, page, batch, held);
    if (last === undefined || held.inARow >= ENOUGH_HELD) {
      return held.longestMs === 0
        ? { againAt: null }
        : againBefore(asking, deps.clock.now() + held.longestMs);
    }
    after = last.id;
    cursor.report(last.id);
  }
}

/** What could not be sent now. */
type Held = { inARow: number; longestMs: number };

async function sendPage(
  deps: SendingDeps,
  asking: Asking,
  page: readonly Invitation[],
  batch: Batch,
  held: Held,
): Promise<void> {
  const queue = [...page];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (held.inARow >= ENOUGH_HELD) return;
      const invitation = next;
      const outcome: SendOutcome = batch.isSilent(invitation)
        ? { outcome: 'sent' }
        : await sendOne(deps, asking, invitation, batch.round);
      if (outcome.outcome === 'try_later') {
        held.inARow += 1;
        held.longestMs = Math.max(held.longestMs, outcome.afterMs, 1);
      } else {
        held.inARow = 0;
        await deps.transactions.run((stores) => batch.settle(stores, invitation, outcome));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Null: nobody is asked any more. */
async function askedNow(
  deps: SendingDeps,
  key: CampaignKey,
): Promise<{ readonly asking: Asking; readonly mayWriteAt: Instant } | null> {
  const now = deps.clock.now();
  return deps.transactions.read(async (stores) => {
    const { campaign, context } = await findCampaign(deps, stores, key);
    const { state, closesAt } = campaign;
    if ((state !== 'open' && state !== 'extended') || closesAt === null || closesAt <= now) return null;
    const community = await stores.places.community(campaign.communityId);
    const asking = { communityName: community?.name ?? '', closesAt };
    return { asking, mayWriteAt: civilInstant(context, now) };
  });
}

async function sendOne(
  { channels, contacts, surveyOrigin, transactions }: SendingDeps,
  { communityName, closesAt }: Asking,
  invitation: Invitation,
  round: number,
): Promise<SendOutcome> {
  const link = await transactions.read((stores) => stores.surveys.link(invitation.linkHash));
  if (link?.state !== 'issued') return { outcome: 'failed', problem: 'LINK_REVOKED' };
  const channel = channels.get(invitation.channel);
  if (channel === undefined) return { outcome: 'try_later', afterMs: NO_CHANNEL_MS };
  const opened = openedBy(contacts, invitation);
  if (opened === null) return { outcome: 'failed', problem: 'CONTACT_UNREADABLE' };
  const { to, token } = opened;
  return channel.send({
    messageId: messageIdOf(invitation, round),
    round,
    to,
    link: `${surveyOrigin}/s/${token}`,
    communityName,
    closesAt,
  });
}

/** Null: sealed with a key that is gone. */
function openedBy(contacts: ContactSealer, { campaignId, sealed }: Invitation): SealedInvitation | null {
  try {
    return contacts.open(campaignId, sealed) as SealedInvitation;
  } catch (fault) {
    if (fault instanceof Refusal) return null;
    throw fault;
  }
}

/** In a rehearsal every hour is one of a working day. */
function civilInstant({ rulebook, cycle, calendar }: CycleContext, now: Instant): Instant {
  const hours = rulebook.survey?.reminders;
  return hours === undefined || cycle.clock.kind === 'rehearsal' ? now : civilHour(now, hours, calendar);
}

function againBefore({ closesAt }: Asking, at: Instant): Sending {
  return { againAt: at < closesAt ? at : null };
}
