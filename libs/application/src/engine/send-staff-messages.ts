import type { Clock } from '../ports/gateways.js';
import type { InboxMessage } from '../ports/inbox.js';
import type { Instant } from '../ports/records.js';
import type { StaffMessages } from '../ports/staff-messages.js';
import type { Stores, Transactions } from '../ports/stores.js';

export type StaffMessageDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly staffMessages: StaffMessages;
};

const AT_MOST = 50;

/**
 * Sends what is due, one after the other, and gives how many went out. Whoever has nothing open any more is left in peace; whoever has no contact on record
 * has their inbox. Stops at the first that cannot be sent now: the gateway is away, and what is left waits for the next time.
 */
export async function sendStaffMessages(deps: StaffMessageDeps): Promise<number> {
  const { transactions, clock, staffMessages } = deps;
  const now = clock.now();
  const due = await transactions.read((stores) => stores.inbox.dueMessages(now, AT_MOST));
  let sent = 0;
  for (const message of due) {
    const to = await transactions.read((stores) => contactOf(stores, message, now));
    if (to.outcome !== 'send') {
      await settle(deps, message, to.outcome, to.problem);
      continue;
    }
    const outcome = await staffMessages.send({
      messageId: `${message.accountId}.${message.day}`,
      to: to.contact,
    });
    if (outcome.outcome === 'try_later') break;
    if (outcome.outcome === 'failed') await settle(deps, message, 'failed', outcome.problem);
    else {
      await settle(deps, message, 'sent', null);
      sent += 1;
    }
  }
  return sent;
}

type Contact =
  | { readonly outcome: 'send'; readonly contact: string }
  | { readonly outcome: 'failed' | 'not_needed'; readonly problem: string | null };

async function contactOf(stores: Stores, { accountId }: InboxMessage, at: Instant): Promise<Contact> {
  const waiting = await stores.inbox.counts([{ accountId, kinds: null }], at);
  const account = await stores.accounts.byId(accountId);
  if (waiting.length === 0 || account === null || account.disabled) {
    return { outcome: 'not_needed', problem: null };
  }
  const [person] = account.personId === null ? [] : await stores.places.people([account.personId]);
  const contact = person?.phone ?? null;
  return contact === null ? { outcome: 'failed', problem: 'NO_CONTACT' } : { outcome: 'send', contact };
}

async function settle(
  { transactions }: StaffMessageDeps,
  message: InboxMessage,
  state: InboxMessage['state'],
  problem: string | null,
): Promise<void> {
  await transactions.run((stores) => stores.inbox.settleMessage(message, { state, problem }));
}
