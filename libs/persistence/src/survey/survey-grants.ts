import type { TableGrant } from '../accounts/server-account.js';

/**
 * Everything the survey's own account may do. It puts envelopes in without being able to read one, reads what a
 * page needs to be shown, and adds to the counts of the pace.
 */
export const SURVEY_GRANTS: readonly TableGrant[] = [
  {
    table: 'survey_envelope',
    verbs: { INSERT: 'all', SELECT: ['link_hash', 'campaign_id', 'digest'] },
  },
  { table: 'survey_link', verbs: { SELECT: ['link_hash', 'campaign_id', 'channel', 'state'] } },
  { table: 'campaign', verbs: { SELECT: ['id', 'state', 'opens_at', 'closes_at'] } },
  { table: 'survey_sheet', verbs: { SELECT: 'all' } },
  { table: 'box_leaf', verbs: { SELECT: 'all' } },
  { table: 'ballot_box', verbs: { SELECT: ['campaign_id', 'root', 'leaves'] } },
  {
    table: 'notice_page',
    verbs: { SELECT: ['id', 'body', 'public_key', 'starts_at', 'ends_at', 'ended_at'] },
  },
  // Never one that staff recorded, and none can be read back.
  { table: 'objection', verbs: { INSERT: ['id', 'notice_id', 'about', 'sealed', 'received_at'] } },
  // MariaDB asks for all columns before it lets a row be added to.
  { table: 'survey_pace', verbs: { SELECT: 'all', INSERT: 'all', UPDATE: 'all' } },
];
