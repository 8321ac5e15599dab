import type { Instant } from './records.js';
import type { SuiteId } from './suite.js';

/** A person's own key, wrapped by the master key; destroyed: `wrapped` is null and stays so. */
export type PersonKeyRow = {
  readonly personId: string;
  readonly suite: SuiteId;
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array | null;
  readonly destroyedAt: Instant | null;
  readonly destroyedBy: string | null; // account id
  readonly clause: string | null; // why it was allowed
};
/** Append-only, once per person: whose key was destroyed, by whom and why. */
export type Erasure = {
  readonly personId: string;
  readonly erasedBy: string; // account id
  readonly clause: string;
  readonly erasedAt: Instant;
};
export type PersonKeyStore = {
  insert(row: PersonKeyRow): Promise<'stored' | 'already'>;
  of(personIds: readonly string[]): Promise<readonly PersonKeyRow[]>;
  /** Destroys the key and records that; refuses `PERSON_KEY_GONE` when it is gone already. */
  destroy(personId: string, by: string, clause: string, at: Instant): Promise<void>;
  /** Of these people, oldest first. */
  erasures(personIds: readonly string[]): Promise<readonly Erasure[]>;
};
