import type { ApprovalTask } from '@kaoji/domain/approval';
import { inboxTaskId } from '../inbox-task-id.js';
import type { ApprovalStand } from '../ports/approvals.js';
import type { InboxTask } from '../ports/inbox.js';
import type { Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';

/** One round of a unit's list. */
export type ListRound = { readonly cycleId: string; readonly unitId: string; readonly round: number };

/** What the approval of a list goes by, in snapshots and inboxes. */
export function listSource({ cycleId, unitId, round }: ListRound): string {
  return `list/${cycleId}/${unitId}/${round}`;
}

/**
 * Shows where an approval stands: the snapshot and everybody's inbox, in one transaction. Stands may arrive in any
 * order, from acts and from the flow: the highest version stays. Says whether that is this one.
 */
export async function recordStand(
  stores: Stores,
  list: ListRound,
  stand: ApprovalStand,
  at: Instant,
): Promise<boolean> {
  const source = listSource(list);
  const newest = await stores.approvals.project(source, stand, at);
  await stores.inbox.project(source, stand.version, tasksOf(list, stand), at);
  return newest;
}

function tasksOf(list: ListRound, stand: ApprovalStand): readonly InboxTask[] {
  return stand.tasks.map((task) => inboxTask(list, stand, task));
}

/** Doing nothing brings the superiors in; with them nothing happens by itself any more. */
function inboxTask(
  list: ListRound,
  { version, since, escalateAt }: ApprovalStand,
  { account, seat, step, as, onBehalfOf, verbs }: ApprovalTask,
): InboxTask {
  const source = listSource(list);
  const last = as === 'superior';
  return {
    id: inboxTaskId(source, account, `${step}/${seat}`),
    accountId: account,
    kind: 'list',
    as,
    onBehalfOf,
    source,
    version,
    cycleId: list.cycleId,
    unitId: list.unitId,
    appraisalId: null,
    step,
    verbs,
    since,
    dueAt: last ? null : escalateAt,
    ifNothing: last ? 'stays_open' : 'superior_told',
  };
}
