import { BY_APPRAISAL, BY_CONTEST, type LogSource } from './log-source.js';

const SEAT = ['appraisal_id', 'part', 'role', 'rater_id'];

/** What people decided, acted and put on record. */
export const DECISION_SOURCES: readonly LogSource[] = [
  {
    kind: 'decision',
    table: 'cycle',
    prefix: 'cycle',
    key: ['id'],
    through: { from: '{t}', cycle: 't.`id`' },
    // What a cycle is; its state goes on.
    columns: [
      'id',
      'run',
      'area_id',
      'year',
      'rulebook_hash',
      'calendar_hash',
      'clock',
      'draw_seed',
      'created_by',
      'created_at',
    ],
  },
  { kind: 'decision', table: 'consultation', prefix: 'consultation', key: ['held_on', 'form'] },
  { kind: 'decision', table: 'deliberation', prefix: 'deliberation', key: ['unit_id', 'round'] },
  {
    kind: 'decision',
    table: 'acknowledged_case',
    prefix: 'acknowledged',
    key: ['unit_id', 'round', 'appraisal_id'],
  },
  {
    kind: 'decision',
    table: 'reopened_appraisal',
    prefix: 'reopened',
    key: ['unit_id', 'round', 'appraisal_id'],
  },
  {
    kind: 'decision',
    table: 'consequence',
    prefix: 'consequence',
    key: ['appraisal_id', 'rule', 'version'],
    through: BY_APPRAISAL,
  },
  { kind: 'decision', table: 'contest', prefix: 'contest', key: ['id'], through: BY_APPRAISAL },
  {
    kind: 'decision',
    table: 'contest_event',
    prefix: 'contest-event',
    key: ['contest_id', 'seq'],
    through: BY_CONTEST,
  },
  { kind: 'decision', table: 'panel', prefix: 'panel', key: ['id'] },
  {
    kind: 'decision',
    table: 'panel_stand_down',
    prefix: 'stand-down',
    key: SEAT,
    through: BY_APPRAISAL,
  },
  { kind: 'decision', table: 'panel_challenge', prefix: 'challenge', key: SEAT, through: BY_APPRAISAL },
  {
    kind: 'decision',
    table: 'panel_challenge_answer',
    prefix: 'challenge-answer',
    key: SEAT,
    through: BY_APPRAISAL,
  },
  {
    kind: 'decision',
    table: 'improvement_plan',
    prefix: 'plan',
    key: ['id'],
    through: BY_APPRAISAL,
  },
  {
    kind: 'decision',
    table: 'plan_act',
    prefix: 'plan-act',
    key: ['plan_id', 'step'],
    through: {
      from: '`appraisal` a JOIN `improvement_plan` p ON p.`appraisal_id` = a.`id` JOIN {t} ON t.`plan_id` = p.`id`',
      cycle: 'a.`cycle_id`',
    },
  },
  { kind: 'decision', table: 'talk', prefix: 'talk', key: ['id'], through: BY_APPRAISAL },
  { kind: 'decision', table: 'refused_attempt', prefix: 'refused', key: ['id'] },
  { kind: 'approval_act', table: 'approval_act', key: ['id'] },
  {
    kind: 'document',
    table: 'gate_document',
    key: ['id'],
    // By the unit, which has an index.
    through: {
      from: '`cycle_unit` u JOIN {t} ON t.`unit_id` = u.`unit_id` AND t.`cycle_id` = u.`cycle_id`',
      cycle: 'u.`cycle_id`',
    },
  },
  { kind: 'ledger_entry', table: 'entitlement_entry', key: ['key'] },
  { kind: 'access', table: 'access_log', key: ['id'] },
  { kind: 'key_change', table: 'log_key', key: ['key_id'] },
  {
    kind: 'erasure',
    table: 'erasure',
    key: ['person_id'],
    through: { from: '`appraisal` a JOIN {t} ON t.`person_id` = a.`person_id`', cycle: 'a.`cycle_id`' },
  },
];
