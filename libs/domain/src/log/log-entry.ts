import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What a cycle's log holds: everything that was decided, and everything kept to prove it. */
export const LOG_KINDS = [
  'archived_history',
  'workflow_bundle',
  'rulebook',
  'calendar',
  'questionnaire',
  'evidence_seal',
  'approval_act',
  'decision',
  'result',
  'notice',
  'objection',
  'survey_count',
  'document',
  'ledger_entry',
  'access',
  'key_change',
  'erasure',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** One entry: what it is, its opaque id, and the hash of what it says, `<algorithm>:<hex>`. Never a name or a text. */
export type LogEntry = {
  readonly suite: string;
  readonly kind: LogKind;
  readonly ref: string;
  readonly hash: string;
};

/**
 * The bytes of the leaf of an entry: canonical JSON (RFC 8785) with a version, so that a later form can be told apart. Its members
 * are named in their order here, which spares sorting them a hundred thousand times.
 */
export function logLeaf({ suite, kind, ref, hash }: LogEntry): Uint8Array {
  return utf8ToBytes(JSON.stringify({ hash, kind, ref, suite, v: 1 }));
}
