import { createHash } from 'node:crypto';
import type { Invitation } from '../ports/survey-records.js';

type Sent = Pick<Invitation, 'id' | 'sealed'>;

/**
 * What a message goes by at a gateway, which takes it once: the invitation, a mark of what it holds (sealed anew, it
 * is another message), and which reminder it is (0: the invitation). Tells nothing of contact or link.
 */
export function messageIdOf({ id, sealed }: Sent, round: number): string {
  const mark = createHash('sha256').update(sealed).digest('hex').slice(0, 8);
  return `${id}.${mark}.${round}`;
}

/** The id of the invitation a message belonged to. */
export function invitationOfMessage(messageId: string): string {
  return messageId.split('.', 1)[0] ?? '';
}

/** Whether the message is one of this invitation as it stands. */
export function isMessageOf(invitation: Sent, messageId: string): boolean {
  const round = /\.(\d{1,3})$/.exec(messageId)?.[1];
  return round !== undefined && messageIdOf(invitation, Number(round)) === messageId;
}
