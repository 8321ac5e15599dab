import type { ApprovalActRow, ApprovalSnapshot, ApprovalStand, Deputy } from '@kaoji/application';

/** Records about the first list of the seeded unit. */
export const LIST_SOURCE = 'list/cycle-1/unit-1/1';

export function standRecord(change: Partial<ApprovalStand> = {}): ApprovalStand {
  return {
    ...{ version: 1, status: 'open', step: 's', seats: [], escalated: false, challenges: [], recused: [] },
    ...{ returned: null, opening: 1, since: 1, remindAt: 2, escalateAt: 3, tasks: [] },
    ...change,
  };
}

export function snapshotRecord(change: Partial<ApprovalSnapshot> = {}): ApprovalSnapshot {
  return {
    ...{ source: LIST_SOURCE, cycleId: 'cycle-1', unitId: 'unit-1', round: 1, listHash: 'h' },
    ...{ version: 1, plan: { starter: null, steps: [] }, stand: standRecord(), updatedAt: 1 },
    ...change,
  };
}

export function actRecord(change: Partial<ApprovalActRow> = {}): ApprovalActRow {
  return {
    ...{ id: 'act-1', source: LIST_SOURCE, seq: 1, cycleId: 'cycle-1', unitId: 'unit-1', round: 1 },
    ...{ verb: 'approve', step: 's', actBy: 'account-1', onBehalfOf: null, actAt: 1, target: {} },
    ...{ listHash: 'h', reason: null, reasonHash: null, acknowledged: [] },
    ...change,
  };
}

/** Gives `account-1` the deputy `account-2` from 10 until 20. */
export function deputyRecord(change: Partial<Deputy> = {}): Deputy {
  return {
    ...{ id: 'deputy-1', principal: 'account-1', deputy: 'account-2', fromAt: 10, untilAt: 20 },
    ...{ reason: null, givenAt: 1, endedAt: null },
    ...change,
  };
}
