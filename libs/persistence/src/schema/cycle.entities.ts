import type {
  AdoptedRulebook,
  Consultation,
  Cycle,
  CycleUnit,
  EarlyClosing,
  PinnedCalendar,
} from '@kaoji/application';
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
import { defineTable, reference } from './define-table.js';

export const rulebookTable = defineTable<AdoptedRulebook>('adopted_rulebook', {
  hash: primary(hash()),
  rulebookId: code(),
  rulebookVersion: code(),
  source: text(),
  body: text(),
  adoptedBy: id(),
  adoptedAt: instant(),
});

export const calendarTable = defineTable<PinnedCalendar>('pinned_calendar', {
  hash: primary(hash()),
  calendarId: code(),
  body: text(),
});

export const cycleTable = defineTable<Cycle>(
  'cycle',
  {
    id: primary(id()),
    run: code(),
    areaId: id(),
    year: count(),
    rulebookHash: hash(),
    calendarHash: hash(),
    clock: json(),
    drawSeed: key(),
    state: state(),
    version: count(),
    createdBy: id(),
    createdAt: instant(),
    openedAt: optional(instant()),
    closedAt: optional(instant()),
  },
  {
    indexes: { idx_cycle_area: ['areaId', 'id'] },
    uniques: { uq_cycle_area_year_run: ['areaId', 'year', 'run'] },
    checks: ['state', 'version'],
    references: [
      reference('area', ['areaId'], 'area'),
      reference('rulebook', ['rulebookHash'], 'adopted_rulebook', ['hash']),
      reference('calendar', ['calendarHash'], 'pinned_calendar', ['hash']),
    ],
  },
);

export const consultationTable = defineTable<Consultation>(
  'consultation',
  {
    cycleId: primary(id()),
    heldOn: primary(date()),
    form: primary(state()),
    summary: text(),
    recordedBy: id(),
    recordedAt: instant(),
  },
  { checks: ['form'], references: [reference('cycle', ['cycleId'], 'cycle')] },
);

export const cycleUnitTable = defineTable<CycleUnit>(
  'cycle_unit',
  {
    cycleId: primary(id()),
    unitId: primary(id()),
    state: state(),
    facts: json(),
    headcount: optional(count()),
    pool: optional(code()),
    collectionClosesAt: optional(instant()),
    round: count(),
    noticeEndsAt: optional(instant()),
    version: count(),
  },
  {
    checks: ['state', 'counts'],
    references: [reference('cycle', ['cycleId'], 'cycle'), reference('unit', ['unitId'], 'unit')],
  },
);

/** The foreign key of whatever belongs to one unit of one cycle. */
export const toCycleUnit = reference('cycle_unit', ['cycleId', 'unitId'], 'cycle_unit', [
  'cycleId',
  'unitId',
]);

export const earlyClosingTable = defineTable<EarlyClosing>(
  'early_closing',
  { id: primary(id()), cycleId: id(), unitId: id(), reason: text(), closedBy: id(), closedAt: instant() },
  { indexes: { idx_early_closing_unit: ['cycleId', 'unitId', 'closedAt'] }, references: [toCycleUnit] },
);
