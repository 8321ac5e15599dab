import type {
  AdjustmentRow,
  Appraisal,
  DutyReport,
  EvidenceRow,
  MarkRequest,
  MarkRow,
  RoutineRow,
} from '@kaoji/application';
import {
  code,
  count,
  emptyAsNull,
  exact,
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

export const toAppraisal = reference('appraisal', ['appraisalId'], 'appraisal');

export const appraisalTable = defineTable<Appraisal>(
  'appraisal',
  {
    id: primary(id()),
    cycleId: id(),
    unitId: id(),
    communityId: id(),
    personId: id(),
    posts: json(),
    category: code(),
    facts: json(),
    punishments: json(),
    earlier: json(),
    status: state(),
    eligibility: optional(code()),
    composite: optional(exact()),
    provisionalGrade: optional(code()),
    finalStatus: optional(code()),
    finalGrade: optional(code()),
    decidedRule: optional(key()),
    decidedClause: optional(key()),
    evidenceHash: optional(hash()),
    resultHash: optional(hash()),
    notifiedAt: optional(instant()),
    contestUntil: optional(instant()),
    joinedLate: flag(),
    version: count(),
  },
  {
    indexes: {
      idx_appraisal_unit: ['cycleId', 'unitId', 'id'],
      idx_appraisal_cycle: ['cycleId', 'id'],
      idx_appraisal_community: ['cycleId', 'communityId', 'id'],
      idx_appraisal_person: ['personId', 'id'],
    },
    uniques: { uq_appraisal_cycle_person: ['cycleId', 'personId'] },
    checks: ['status', 'version'],
    references: [
      toCycleUnit,
      reference('community', ['communityId'], 'community'),
      reference('person', ['personId'], 'person'),
    ],
  },
);

export const dutyReportTable = defineTable<DutyReport>(
  'duty_report',
  { appraisalId: primary(id()), text: text(), version: primary(count()), submittedAt: instant() },
  { checks: ['version'], references: [toAppraisal] },
);

export const markRequestTable = defineTable<MarkRequest>(
  'mark_request',
  {
    appraisalId: primary(id()),
    part: primary(code()),
    post: primary(emptyAsNull(code())),
    role: primary(code()),
    raterId: primary(id()),
  },
  { indexes: { idx_mark_request_rater: ['raterId', 'appraisalId'] }, references: [toAppraisal] },
);

export const markTable = defineTable<MarkRow>(
  'mark',
  {
    appraisalId: primary(id()),
    part: primary(code()),
    post: primary(emptyAsNull(code())),
    role: primary(code()),
    raterId: primary(id()),
    value: exact(),
    reason: optional(text()),
    version: primary(count()),
    markedAt: instant(),
  },
  { checks: ['version'], references: [toAppraisal] },
);

export const routineTable = defineTable<RoutineRow>(
  'routine',
  {
    appraisalId: primary(id()),
    period: primary(code()),
    value: exact(),
    version: primary(count()),
    recordedBy: id(),
    recordedAt: instant(),
  },
  { checks: ['version'], references: [toAppraisal] },
);

export const adjustmentTable = defineTable<AdjustmentRow>(
  'adjustment',
  {
    appraisalId: primary(id()),
    item: primary(code()),
    times: count(),
    evidence: json(),
    version: primary(count()),
    recordedBy: id(),
    recordedAt: instant(),
  },
  { checks: ['counts'], references: [toAppraisal] },
);

export const partEvidenceTable = defineTable<EvidenceRow>(
  'part_evidence',
  {
    appraisalId: primary(id()),
    part: primary(code()),
    evidence: json(),
    version: primary(count()),
    recordedBy: id(),
    recordedAt: instant(),
  },
  { checks: ['version'], references: [toAppraisal] },
);
