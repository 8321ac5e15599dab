import type { TableGrant } from './server-account.js';

const all = (...tables: readonly string[]): readonly TableGrant[] =>
  tables.map((table) => ({ table, verbs: { SELECT: 'all' } }));
const only = (table: string, ...columns: readonly string[]): TableGrant => ({
  table,
  verbs: { SELECT: columns },
});

/**
 * Everything an auditor's own account may do: read what a cycle's log vouches for, as it is stored. Names and texts
 * about people are sealed in it; marks show that they were given, not what they say.
 */
export const AUDITOR_GRANTS: readonly TableGrant[] = [
  ...all('area', 'unit', 'community', 'account_grant', 'adopted_rulebook', 'pinned_calendar', 'cycle'),
  ...all('consultation', 'cycle_unit', 'questionnaire', 'cycle_questionnaire', 'schema_migration'),
  ...all('appraisal', 'duty_report', 'mark_request', 'routine', 'adjustment', 'part_evidence'),
  ...all('sealed_evidence', 'evaluation', 'quota_sheet', 'sealed_unit', 'deliberation', 'acknowledged_case'),
  ...all('public_notice', 'signature', 'contest', 'consequence', 'reminder', 'written_result', 'delivery'),
  ...all('contest_event', 'kin', 'gate_document', 'refused_attempt', 'imported_grade', 'entitlement_entry'),
  ...all('payroll_export', 'improvement_plan', 'plan_act', 'talk', 'approval_act', 'approval_snapshot'),
  ...all('deputy', 'panel', 'panel_stand_down', 'declared_interest', 'panel_challenge'),
  ...all('panel_challenge_answer', 'campaign', 'survey_sheet', 'ballot_box', 'box_leaf', 'campaign_count'),
  ...all('survey_handover', 'survey_draw', 'survey_tally', 'survey_pace', 'notice_page', 'objection_answer'),
  ...all('reopened_appraisal', 'access_log', 'erasure', 'log_entry', 'log_head', 'log_key', 'archived_run'),
  ...all('archived_build', 'early_closing'),
  only('person', 'id'),
  only('account', 'id', 'username', 'person_id', 'disabled'),
  only('mark', 'appraisal_id', 'part', 'post', 'role', 'version', 'marked_at'),
  only('survey_link', 'campaign_id', 'stratum', 'channel', 'state'),
  only('survey_envelope', 'campaign_id', 'digest'),
  only('box_holder', 'cycle_id', 'account_id', 'public_key', 'enrolled_at'),
  only('objection', 'id', 'notice_id', 'about', 'received_at', 'channel', 'recorded_by'),
];

/** Tables an auditor has no business with, and why; a test wants every other table above. */
export const WITHHELD_FROM_AUDITORS: Readonly<Record<string, string>> = {
  session: 'tokens of sessions',
  account_link: 'who somebody is at an identity provider',
  effect: 'answers kept for requests sent again',
  outbox: 'messages on their way to the flows',
  inbox_source: 'what waits for whom',
  inbox_task: 'what waits for whom',
  task_reminder: 'who was reminded of what waits',
  inbox_feed: 'addresses of calendars',
  inbox_message: 'what was sent to staff',
  box_share: 'shares of the keys of boxes',
  survey_resident: 'residents',
  survey_invitation: 'how residents are reached',
  person_key: 'wrapped keys of people',
};
