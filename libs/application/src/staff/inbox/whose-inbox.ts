import type { TaskKind, Whose } from '../../ports/inbox.js';
import type { Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';

/** What a standing deputy sees to: approvals. Marks, one's own result and keys are nobody else's to give. */
const DEPUTY_KINDS: readonly TaskKind[] = ['list'];

/** Whose tasks this account sees: its own, and the approvals of those it stands in for at the instant. */
export async function whoseInbox(stores: Stores, accountId: string, at: Instant): Promise<readonly Whose[]> {
  const principals = (await stores.approvals.principalsOf(accountId, at)).map(({ principal }) => principal);
  const others = [...new Set(principals)].filter((principal) => principal !== accountId);
  return [
    { accountId, kinds: null },
    ...others.map((principal) => ({ accountId: principal, kinds: DEPUTY_KINDS })),
  ];
}
