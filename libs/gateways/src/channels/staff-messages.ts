import type { Clock, StaffMessages } from '@kaoji/application';
import type { Pace } from './back-off.js';
import { REAL_PACE, type ChannelSettings } from './invitation-channels.js';
import { createSender } from './message-gateway.js';

const TEXT = '考绩系统有事项等您处理，请登录后在“待办”中查看。';

/** Writes to staff by SMS; null where no gateway is configured, or it has no template for this (`templates.inbox`). */
export function createStaffMessages(
  { sms }: Pick<ChannelSettings, 'sms'>,
  clock: Clock,
  pace: Pace = REAL_PACE,
): StaffMessages | null {
  const template = sms?.templates.inbox;
  if (sms === undefined || template === undefined) return null;
  const send = createSender(sms, { clock, pace });
  return { send: ({ messageId, to }) => send({ messageId, template, to, params: {}, text: TEXT }) };
}
