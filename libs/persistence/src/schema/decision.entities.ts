import type {
  ImportedGrade,
  ImprovementPlan,
  LedgerEntry,
  PayrollExport,
  PlanAct,
  RefusedAttempt,
  RegisteredDocument,
  Talk,
} from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import {
  code,
  count,
  date,
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

const toPerson = reference('person', ['personId'], 'person');

export const documentTable = defineTable<RegisteredDocument>(
  'gate_document',
  {
    id: primary(id()),
    cycleId: id(),
    unitId: id(),
    personId: optional(id()),
    appraisalId: optional(id()),
    record: code(),
    reference: key(),
    issuedOn: date(),
    contentHash: optional(hash()),
    form: optional(state()),
    paragraph: optional(state()),
    until: optional(date()),
    withdraws: optional(id()),
    reason: optional(text()),
    recordedBy: id(),
    recordedAt: instant(),
  },
  {
    indexes: {
      idx_gate_document_person: ['personId', 'recordedAt'],
      idx_gate_document_unit: ['unitId', 'recordedAt'],
    },
    uniques: { uq_gate_document_withdraws: ['withdraws'] },
    references: [toCycleUnit, toPerson, toAppraisal, reference('withdraws', ['withdraws'], 'gate_document')],
  },
);

export const attemptTable = defineTable<RefusedAttempt>(
  'refused_attempt',
  {
    id: primary(id()),
    cycleId: id(),
    unitId: id(),
    appraisalId: id(),
    rules: json(),
    missing: json(),
    code: code(),
    attemptedBy: id(),
    attemptedAt: instant(),
  },
  {
    indexes: { idx_refused_attempt_unit: ['cycleId', 'unitId', 'attemptedAt'] },
    references: [toCycleUnit, toAppraisal],
  },
);

export const importedGradeTable = defineTable<ImportedGrade>(
  'imported_grade',
  {
    personId: primary(id()),
    year: primary(count()),
    version: primary(count()),
    result: code(),
    reference: key(),
    provenOn: optional(date()),
    importedBy: id(),
    importedAt: instant(),
  },
  { checks: ['version'], references: [toPerson] },
);

export const ledgerTable = defineTable<LedgerEntry>(
  'entitlement_entry',
  {
    key: primary(key()),
    cycleId: id(),
    appraisalId: id(),
    personId: id(),
    year: count(),
    rule: code(),
    clause: optional(key()),
    effect: code(),
    params: json(),
    effectiveOn: date(),
    reverses: optional(key()),
    because: optional(id()),
    confirmedBy: id(),
    enteredAt: instant(),
  },
  {
    indexes: {
      idx_entitlement_entry_person: ['personId', 'enteredAt'],
      idx_entitlement_entry_cycle: ['cycleId', 'enteredAt'],
    },
    uniques: { uq_entitlement_entry_reverses: ['reverses'] },
    references: [
      reference('cycle', ['cycleId'], 'cycle'),
      toAppraisal,
      toPerson,
      reference('reverses', ['reverses'], 'entitlement_entry', ['key']),
    ],
  },
);

export const payrollExportTable = defineTable<PayrollExport>(
  'payroll_export',
  {
    id: primary(id()),
    areaId: id(),
    fromDay: date(),
    toDay: date(),
    format: state(),
    entries: count(),
    contentHash: hash(),
    exportedBy: id(),
    exportedAt: instant(),
  },
  {
    indexes: { idx_payroll_export_area: ['areaId', 'exportedAt'] },
    checks: ['format', 'entries'],
    references: [reference('area', ['areaId'], 'area')],
  },
);

export const planTable = defineTable<ImprovementPlan>(
  'improvement_plan',
  {
    id: primary(id()),
    appraisalId: id(),
    cycleId: id(),
    unitId: id(),
    personId: id(),
    rule: optional(code()),
    steps: json(),
    followedBy: id(),
    dueAt: instant(),
    setBy: id(),
    setAt: instant(),
  },
  {
    indexes: { idx_improvement_plan_appraisal: ['appraisalId', 'setAt'] },
    references: [toCycleUnit, toAppraisal, toPerson],
  },
);

export const planActTable = defineTable<PlanAct>(
  'plan_act',
  {
    planId: primary(id()),
    step: primary(count()),
    outcome: state(),
    note: text(),
    actedBy: id(),
    actedAt: instant(),
  },
  { checks: ['outcome', 'step'], references: [reference('plan', ['planId'], 'improvement_plan')] },
);

export const talkTable = defineTable<Talk>(
  'talk',
  {
    id: primary(id()),
    appraisalId: id(),
    kind: state(),
    heldOn: date(),
    heldBy: id(),
    summary: text(),
    reply: optional(text()),
    recordedBy: id(),
    recordedAt: instant(),
  },
  {
    indexes: { idx_talk_appraisal: ['appraisalId', 'heldOn'] },
    checks: ['kind'],
    references: [toAppraisal],
  },
);
