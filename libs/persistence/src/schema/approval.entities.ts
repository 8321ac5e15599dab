import type { ApprovalActRow, ApprovalSnapshot, Deputy } from '@kaoji/application';
import { code, count, hash, id, instant, json, key, optional, primary, state, text } from './columns.js';
import { toCycleUnit } from './cycle.entities.js';
import { defineTable, reference } from './define-table.js';

export const approvalActTable = defineTable<ApprovalActRow>(
  'approval_act',
  {
    id: primary(id()),
    source: key(),
    seq: count(),
    cycleId: id(),
    unitId: id(),
    round: count(),
    verb: state(),
    step: code(),
    actBy: id(),
    onBehalfOf: optional(id()),
    actAt: instant(),
    target: json(),
    listHash: hash(),
    reason: optional(text()),
    reasonHash: optional(hash()),
    acknowledged: json(),
  },
  {
    indexes: { idx_approval_act_unit: ['cycleId', 'unitId', 'round', 'seq'] },
    uniques: { uq_approval_act_seq: ['source', 'seq'] },
    checks: ['seq', 'round'],
    references: [toCycleUnit],
  },
);

export const approvalSnapshotTable = defineTable<ApprovalSnapshot>(
  'approval_snapshot',
  {
    source: primary(key()),
    cycleId: id(),
    unitId: id(),
    round: count(),
    listHash: hash(),
    version: count(),
    plan: json(),
    stand: json(),
    updatedAt: instant(),
  },
  {
    indexes: { idx_approval_snapshot_unit: ['cycleId', 'unitId', 'round'] },
    checks: ['round'],
    references: [toCycleUnit],
  },
);

export const deputyTable = defineTable<Deputy>(
  'deputy',
  {
    id: primary(id()),
    principal: id(),
    deputy: id(),
    fromAt: instant(),
    untilAt: instant(),
    reason: optional(text()),
    givenAt: instant(),
    endedAt: optional(instant()),
  },
  {
    indexes: {
      idx_deputy_principal: ['principal', 'givenAt'],
      idx_deputy_deputy: ['deputy', 'untilAt'],
    },
    checks: ['span'],
    references: [
      reference('principal', ['principal'], 'account'),
      reference('deputy', ['deputy'], 'account'),
    ],
  },
);
