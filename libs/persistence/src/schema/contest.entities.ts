import type { ContestEventRow, DeliveryRow, KinRow, WrittenResult } from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import { count, hash, id, instant, json, key, optional, primary, state } from './columns.js';
import { defineTable, reference } from './define-table.js';

export const writtenResultTable = defineTable<WrittenResult>(
  'written_result',
  {
    appraisalId: primary(id()),
    document: primary(state()),
    resultHash: hash(),
    approvedBy: id(),
    writtenAt: instant(),
    dueAt: instant(),
  },
  { checks: ['document'], references: [toAppraisal] },
);

export const deliveryTable = defineTable<DeliveryRow>(
  'delivery',
  {
    appraisalId: primary(id()),
    document: primary(state()),
    way: state(),
    deliveredBy: id(),
    witnesses: json(),
    reference: optional(key()),
    deliveredAt: instant(),
    contestUntil: optional(instant()),
  },
  {
    checks: ['document', 'way', 'reference'],
    references: [
      reference('written_result', ['appraisalId', 'document'], 'written_result', ['appraisalId', 'document']),
    ],
  },
);

export const contestEventTable = defineTable<ContestEventRow>(
  'contest_event',
  {
    contestId: primary(id()),
    seq: primary(count()),
    actor: optional(id()),
    happenedAt: instant(),
    body: json(),
  },
  { checks: ['seq'], references: [reference('contest', ['contestId'], 'contest')] },
);

export const kinTable = defineTable<KinRow>(
  'kin',
  { personId: primary(id()), accountId: primary(id()), recordedBy: id(), recordedAt: instant() },
  {
    indexes: { idx_kin_account: ['accountId'] },
    references: [reference('person', ['personId'], 'person'), reference('account', ['accountId'], 'account')],
  },
);
