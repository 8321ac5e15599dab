import type { Transactions } from '../../ports/stores.js';
import { invitationOfMessage, isMessageOf } from '../../survey/message-id.js';

/** What a gateway says became of a message, by the id it was given. */
export type DeliveryReport = {
  readonly messageId: string;
  readonly status: 'delivered' | 'failed';
  readonly problem?: string | undefined;
};

/**
 * Writes down a gateway's report. One about a message that is not of this channel, or not there, or settled
 * already, changes nothing, and whoever sends it is not told.
 */
export async function recordDelivery(
  deps: { readonly transactions: Transactions },
  channel: string,
  { messageId, status, problem }: DeliveryReport,
): Promise<void> {
  const id = invitationOfMessage(messageId);
  await deps.transactions.run(async (stores) => {
    const invitation = await stores.invitations.byId(id);
    if (invitation?.channel !== channel || !isMessageOf(invitation, messageId)) return;
    if (invitation.state !== 'waiting' && invitation.state !== 'sent') return;
    await stores.invitations.advance(id, {
      state: status,
      problem: status === 'failed' ? codeOf(problem) : null,
    });
  });
}

/** A gateway's own words may name a number: only a code is kept. */
function codeOf(problem: string | undefined): string {
  return problem !== undefined && /^[A-Z][A-Z_]{0,30}[A-Z0-9]$/.test(problem) ? problem : 'NOT_DELIVERED';
}
