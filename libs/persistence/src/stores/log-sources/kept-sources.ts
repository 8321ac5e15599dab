import type { LogSource } from './log-source.js';

/** What a cycle stands on, and the proof that is kept as bytes. */
export const KEPT_SOURCES: readonly LogSource[] = [
  {
    kind: 'archived_history',
    table: 'archived_run',
    key: ['workflow_id', 'run_id'],
    form: 'hash',
    column: 'hash',
  },
  {
    kind: 'workflow_bundle',
    table: 'archived_build',
    key: ['build_id'],
    form: 'hash',
    column: 'bundle_hash',
    // A build is there once per suite; the log names it once.
    through: {
      from: '(SELECT `cycle_id`, `build_id`, MIN(`suite`) AS `suite` FROM `archived_run` WHERE `cycle_id` = :cycle GROUP BY `cycle_id`, `build_id`) r JOIN {t} ON t.`build_id` = r.`build_id` AND t.`suite` = r.`suite`',
      cycle: 'r.`cycle_id`',
    },
  },
  {
    kind: 'rulebook',
    table: 'adopted_rulebook',
    key: ['hash'],
    form: 'json',
    column: 'body',
    through: { from: '`cycle` c JOIN {t} ON t.`hash` = c.`rulebook_hash`', cycle: 'c.`id`' },
  },
  {
    kind: 'calendar',
    table: 'pinned_calendar',
    key: ['hash'],
    form: 'json',
    column: 'body',
    through: { from: '`cycle` c JOIN {t} ON t.`hash` = c.`calendar_hash`', cycle: 'c.`id`' },
  },
  {
    kind: 'questionnaire',
    table: 'questionnaire',
    key: ['hash'],
    form: 'json',
    column: 'body',
    through: {
      from: '(SELECT DISTINCT `cycle_id`, `questionnaire_hash` FROM `campaign` WHERE `cycle_id` = :cycle AND `questionnaire_hash` IS NOT NULL) c JOIN {t} ON t.`hash` = c.`questionnaire_hash`',
      cycle: 'c.`cycle_id`',
    },
  },
];
