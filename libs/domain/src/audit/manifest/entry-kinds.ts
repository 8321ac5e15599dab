import type { LogKind } from '../../log/log-entry.js';

/**
 * What an entry of a bundle can be, and the kind of log leaf that vouches for it. `null`: nothing in the log does,
 * since it is computed from what is (an evaluation), proves itself (a head), or only helps (a recipe, the README).
 */
export const ENTRY_KINDS = {
  readme: null,
  history: 'archived_history',
  workflow_bundle: 'workflow_bundle',
  lock_file: null,
  build_recipe: null,
  rulebook: 'rulebook',
  calendar: 'calendar',
  questionnaire: 'questionnaire',
  evidence: 'evidence_seal',
  evaluation: null,
  quota_sheet: null,
  result: 'result',
  decision: 'decision',
  act: 'approval_act',
  notice: 'notice',
  objection: 'objection',
  survey_count: 'survey_count',
  document: 'document',
  ledger: 'ledger_entry',
  access: 'access',
  key_change: 'key_change',
  erasure: 'erasure',
  log: null,
  inclusion: null,
  head: null,
  public_key: null,
  timestamp: null,
} as const satisfies Readonly<Record<string, LogKind | null>>;

export type EntryKind = keyof typeof ENTRY_KINDS;

/** Leaves that say all there is by themselves: a bundle need not hold more of them. */
export const PLAIN_LEAVES: readonly LogKind[] = ['access', 'erasure', 'key_change'];

/** What a bundle is proved with; everything else without a leaf is named as not proved by the log. */
export const APPARATUS: readonly EntryKind[] = [
  'readme',
  'log',
  'inclusion',
  'head',
  'public_key',
  'timestamp',
];
