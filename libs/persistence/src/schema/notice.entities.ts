import type { NoticePage, Objection, ObjectionAnswer, ReopenedAppraisal } from '@kaoji/application';
import { toAppraisal } from './appraisal.entities.js';
import { count, id, instant, json, key, optional, primary, sealed, state, text } from './columns.js';
import { toCycleUnit } from './cycle.entities.js';
import { defineTable, reference } from './define-table.js';

export const noticePageTable = defineTable<NoticePage>(
  'notice_page',
  {
    id: primary(id()),
    cycleId: id(),
    unitId: id(),
    round: count(),
    body: text(),
    entries: json(),
    standing: json(),
    publicKey: key(),
    startsAt: instant(),
    endsAt: instant(),
    endedAt: optional(instant()),
    outcome: optional(state()),
  },
  {
    uniques: { uq_notice_page_round: ['cycleId', 'unitId', 'round'] },
    indexes: { idx_notice_page_outcome: ['outcome', 'id'] },
    checks: ['period', 'outcome', 'round'],
    references: [toCycleUnit],
  },
);

export const objectionTable = defineTable<Objection>(
  'objection',
  {
    id: primary(id()),
    noticeId: id(),
    about: optional(id()),
    sealed: sealed(),
    receivedAt: instant(),
    channel: { ...state(), default: 'link' },
    recordedBy: optional(id()),
  },
  {
    indexes: { idx_objection_notice: ['noticeId', 'receivedAt', 'id'] },
    checks: ['channel'],
    references: [
      reference('notice', ['noticeId'], 'notice_page'),
      reference('appraisal', ['about'], 'appraisal'),
    ],
  },
);

export const objectionAnswerTable = defineTable<ObjectionAnswer>(
  'objection_answer',
  {
    objectionId: primary(id()),
    verdict: state(),
    reason: text(),
    touch: optional(state()),
    touched: json(),
    answeredBy: id(),
    answeredAt: instant(),
  },
  { checks: ['verdict'], references: [reference('objection', ['objectionId'], 'objection')] },
);

export const reopenedTable = defineTable<ReopenedAppraisal>(
  'reopened_appraisal',
  { cycleId: primary(id()), unitId: primary(id()), round: primary(count()), appraisalId: primary(id()) },
  { checks: ['round'], references: [toCycleUnit, toAppraisal] },
);
