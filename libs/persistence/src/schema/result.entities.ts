import type {
  AcknowledgedCase,
  ConsequenceRow,
  ContestRow,
  Deliberation,
  OutboxRow,
  PublicNotice,
  ReminderRow,
  SealedEvidence,
  SealedUnit,
  Signature,
  StoredEvaluation,
  StoredQuotaSheet,
} from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import {
  code,
  count,
  flag,
  hash,
  id,
  instant,
  json,
  key,
  optional,
  primary,
  state,
  text,
} from './columns.js';
import { toCycleUnit } from './cycle.entities.js';
import { defineTable, reference } from './define-table.js';

export const evidenceTable = defineTable<SealedEvidence>(
  'sealed_evidence',
  { appraisalId: primary(id()), round: primary(count()), hash: hash(), body: text(), sealedAt: instant() },
  { checks: ['round'], references: [toAppraisal] },
);

export const evaluationTable = defineTable<StoredEvaluation>(
  'evaluation',
  { appraisalId: primary(id()), round: primary(count()), hash: hash(), body: text() },
  { checks: ['round'], references: [toAppraisal] },
);

export const quotaSheetTable = defineTable<StoredQuotaSheet>(
  'quota_sheet',
  { cycleId: primary(id()), unitId: primary(id()), round: primary(count()), hash: hash(), body: text() },
  { checks: ['round'], references: [toCycleUnit] },
);

export const sealedUnitTable = defineTable<SealedUnit>(
  'sealed_unit',
  {
    cycleId: primary(id()),
    unitId: primary(id()),
    round: primary(count()),
    hash: hash(),
    body: text(),
    sealedAt: instant(),
  },
  { checks: ['round'], references: [toCycleUnit] },
);

export const deliberationTable = defineTable<Deliberation>(
  'deliberation',
  {
    cycleId: primary(id()),
    unitId: primary(id()),
    round: primary(count()),
    verdict: state(),
    listHash: hash(),
    reason: optional(text()),
    decidedBy: id(),
    decidedAt: instant(),
  },
  { checks: ['verdict', 'round'], references: [toCycleUnit] },
);

export const acknowledgedTable = defineTable<AcknowledgedCase>(
  'acknowledged_case',
  {
    cycleId: primary(id()),
    unitId: primary(id()),
    round: primary(count()),
    appraisalId: primary(id()),
    reason: text(),
    acknowledgedBy: id(),
  },
  { checks: ['round'], references: [toCycleUnit, toAppraisal] },
);

export const noticeTable = defineTable<PublicNotice>(
  'public_notice',
  {
    cycleId: primary(id()),
    unitId: primary(id()),
    entries: json(),
    startsAt: primary(instant()),
    endsAt: instant(),
  },
  { indexes: { idx_public_notice_window: ['endsAt', 'startsAt'] }, references: [toCycleUnit] },
);

export const signatureTable = defineTable<Signature>(
  'signature',
  { appraisalId: primary(id()), signed: flag(), opinion: optional(text()), signedAt: instant() },
  { references: [toAppraisal] },
);

export const contestTable = defineTable<ContestRow>(
  'contest',
  { id: primary(id()), appraisalId: id(), grounds: text(), filedAt: instant() },
  { uniques: { uq_contest_appraisal: ['appraisalId'] }, references: [toAppraisal] },
);

export const consequenceTable = defineTable<ConsequenceRow>(
  'consequence',
  {
    appraisalId: primary(id()),
    rule: primary(code()),
    clause: optional(key()),
    effect: code(),
    params: json(),
    adverse: flag(),
    force: state(),
    gate: json(),
    gateRecords: json(),
    state: state(),
    decidedBy: optional(id()),
    decidedAt: optional(instant()),
    version: primary(count()),
  },
  { checks: ['force', 'state', 'version'], references: [toAppraisal] },
);

export const reminderTable = defineTable<ReminderRow>(
  'reminder',
  {
    key: primary(key()),
    cycleId: id(),
    unitId: id(),
    kind: state(),
    stage: code(),
    recipients: count(),
    sentAt: instant(),
  },
  {
    indexes: { idx_reminder_cycle: ['cycleId', 'sentAt'] },
    checks: ['kind', 'recipients'],
    references: [reference('cycle', ['cycleId'], 'cycle')],
  },
);

/** What a business key already did, and what it gave back (null: nothing). */
export type EffectRow = { readonly key: string; readonly result: string | null };
export const effectTable = defineTable<EffectRow>('effect', {
  key: primary(key()),
  result: optional(text()),
});

export const outboxTable = defineTable<OutboxRow>(
  'outbox',
  {
    id: primary(id()),
    kind: code(),
    payload: text(),
    createdAt: instant(),
    deliveredAt: optional(instant()),
  },
  { indexes: { idx_outbox_pending: ['deliveredAt', 'createdAt', 'id'] } },
);
