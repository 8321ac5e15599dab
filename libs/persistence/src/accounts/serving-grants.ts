import { entitiesFor } from '../schema/entities.js';
import type { TableGrant } from './server-account.js';

/** Rows that change as work goes on; triggers say which of their columns may not. Everything else is append-only. */
const CHANGED = [
  ...[
    'area',
    'unit',
    'community',
    'person',
    'account',
    'account_grant',
    'account_link',
    'session',
    'person_key',
  ],
  ...[
    'cycle',
    'cycle_unit',
    'cycle_questionnaire',
    'appraisal',
    'mark_request',
    'approval_snapshot',
    'deputy',
  ],
  ...[
    'campaign',
    'survey_link',
    'survey_sheet',
    'survey_tally',
    'survey_pace',
    'ballot_box',
    'campaign_count',
  ],
  ...['survey_resident', 'survey_invitation', 'notice_page', 'reminder', 'effect', 'outbox'],
  ...['inbox_source', 'inbox_task', 'inbox_feed', 'inbox_message'],
];
/** Sessions, grants and feeds end, a tally is counted anew, and what goes with a box is destroyed. */
const REMOVED = [
  ...[
    'session',
    'account_grant',
    'inbox_feed',
    'survey_tally',
    'survey_sheet',
    'survey_envelope',
    'box_share',
  ],
  ...['survey_resident', 'survey_invitation'],
];

/**
 * Everything the account of api and worker may do: read and put in anywhere, change or remove rows of the tables named
 * above, and nothing to the schema. So it can add to a log and to what is append-only, and do nothing else to either.
 */
export const SERVING_GRANTS: readonly TableGrant[] = [
  ...entitiesFor('mysql').map(({ options: { name } }): TableGrant => ({
    table: name,
    verbs: {
      SELECT: 'all',
      INSERT: 'all',
      ...(CHANGED.includes(name) ? { UPDATE: 'all' as const } : {}),
      ...(REMOVED.includes(name) ? { DELETE: 'all' as const } : {}),
    },
  })),
  { table: 'schema_migration', verbs: { SELECT: 'all' } },
];
