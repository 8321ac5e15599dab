import type { ChallengeAnswerRow, ChallengeRow, InterestRow, Panel, StandDownRow } from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import { code, id, instant, json, optional, primary, state, text } from './columns.js';
import { toCycleUnit } from './cycle.entities.js';
import { defineTable, reference } from './define-table.js';

const seat = () => ({
  appraisalId: primary(id()),
  part: primary(code()),
  role: primary(code()),
  raterId: primary(id()),
});

export const panelTable = defineTable<Panel>(
  'panel',
  {
    id: primary(id()),
    cycleId: id(),
    unitId: id(),
    part: code(),
    role: code(),
    members: json(),
    namedBy: id(),
    namedAt: instant(),
  },
  { uniques: { uq_panel_part: ['cycleId', 'unitId', 'part', 'role'] }, references: [toCycleUnit] },
);

export const standDownTable = defineTable<StandDownRow>(
  'panel_stand_down',
  {
    ...seat(),
    cause: state(),
    reason: optional(text()),
    replacedBy: optional(id()),
    decidedBy: optional(id()),
    decidedAt: instant(),
  },
  { checks: ['cause'], references: [toAppraisal] },
);

export const interestTable = defineTable<InterestRow>(
  'declared_interest',
  {
    personId: primary(id()),
    accountId: primary(id()),
    kind: primary(state()),
    declaredBy: id(),
    declaredAt: instant(),
  },
  {
    indexes: { idx_declared_interest_account: ['accountId'] },
    checks: ['kind'],
    references: [reference('person', ['personId'], 'person'), reference('account', ['accountId'], 'account')],
  },
);

export const challengeTable = defineTable<ChallengeRow>(
  'panel_challenge',
  { ...seat(), reason: text(), askedBy: id(), askedAt: instant() },
  { references: [toAppraisal] },
);

export const challengeAnswerTable = defineTable<ChallengeAnswerRow>(
  'panel_challenge_answer',
  { ...seat(), verdict: state(), reason: text(), decidedBy: id(), decidedAt: instant() },
  { checks: ['verdict'], references: [toAppraisal] },
);
