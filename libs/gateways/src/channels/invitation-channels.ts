import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, InvitationChannel, LinkChannel } from '@kaoji/application';
import type { Pace } from './back-off.js';
import { createEmailChannel, type MailServer } from './email-channel.js';
import { createMessageChannel, type MessageGateway } from './message-gateway.js';

/** What is configured; all optional. */
export type ChannelSettings = {
  readonly sms?: MessageGateway | undefined;
  readonly wechat?: MessageGateway | undefined;
  readonly email?: MailServer | undefined;
};

/** The names of the channels that are configured. */
export function configuredChannels(settings: ChannelSettings): readonly LinkChannel[] {
  return SENT.filter((channel) => settings[channel] !== undefined);
}

const SENT = ['sms', 'wechat', 'email'] as const satisfies readonly LinkChannel[];
const PARTS = 2 ** 32;
export const REAL_PACE: Pace = {
  random: () => randomInt(PARTS) / PARTS,
  wait: async (ms) => void (await wait(ms)),
};

/** The channels that are configured, by name. */
export function createInvitationChannels(
  { sms, wechat, email }: ChannelSettings,
  clock: Clock,
  pace: Pace = REAL_PACE,
): ReadonlyMap<LinkChannel, InvitationChannel> {
  const deps = { clock, pace };
  const channels: InvitationChannel[] = [
    ...(sms === undefined ? [] : [createMessageChannel('sms', sms, deps)]),
    ...(wechat === undefined ? [] : [createMessageChannel('wechat', wechat, deps)]),
    ...(email === undefined ? [] : [createEmailChannel(email)]),
  ];
  return new Map(channels.map((channel) => [channel.channel, channel]));
}
