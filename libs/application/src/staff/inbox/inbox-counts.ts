import type { InboxCount } from '../../ports/inbox.js';
import type { Actor } from '../access/actor.js';
import type { InboxDeps } from './my-inbox.js';
import { whoseInbox } from './whose-inbox.js';

export type InboxCounts = {
  readonly open: number;
  readonly overdue: number;
  readonly kinds: readonly InboxCount[];
};

/** How much waits for somebody, and how much of it is overdue, in all and by kind. */
export async function inboxCounts(
  { transactions, clock }: Pick<InboxDeps, 'transactions' | 'clock'>,
  actor: Actor,
): Promise<InboxCounts> {
  const now = clock.now();
  const kinds = await transactions.read(async (stores) =>
    stores.inbox.counts(await whoseInbox(stores, actor.accountId, now), now),
  );
  const sum = (of: (count: InboxCount) => number) => kinds.reduce((total, count) => total + of(count), 0);
  return { open: sum(({ open }) => open), overdue: sum(({ overdue }) => overdue), kinds };
}
