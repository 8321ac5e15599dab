import type { LinkChannel } from '../ports/survey-records.js';

/** How a resident can be reached; exists in the clear in memory only. */
export type Contacts = {
  readonly phone?: string;
  readonly wechat?: string;
  readonly email?: string;
};
/** What an invitation holds, sealed: where it goes, and the link's token. */
export type SealedInvitation = { readonly to: string; readonly token: string };

/** Channels through which this system writes to residents by itself. */
export const SENT_CHANNELS = ['sms', 'wechat', 'email'] as const satisfies readonly LinkChannel[];
export type SentChannel = (typeof SENT_CHANNELS)[number];

/** Whether something is sent on this channel, rather than handed over by people. */
export function isSentChannel(channel: LinkChannel): channel is SentChannel {
  return SENT_CHANNELS.some((one) => one === channel);
}

const FIELD = { sms: 'phone', wechat: 'wechat', email: 'email' } as const satisfies Record<
  SentChannel,
  keyof Contacts
>;

/** Where a message on this channel goes, if anywhere. */
export function contactFor(contacts: Contacts, channel: SentChannel): string | null {
  return contacts[FIELD[channel]] ?? null;
}
