import type { PersonKeyRow } from './person-keys.js';
import type { SuiteId } from './suite.js';

/** What stands where the text of an erased person stood. No person has such a name. */
export const ERASED = '〔已删除 erased〕';

/**
 * Keys that wrap the keys of people: of the configuration, or kept in a KMS that never gives them out, hence promises.
 * `context` says whose key it is and is no part of what comes back.
 */
export type MasterKeys = {
  /** Id of the key that wraps new ones. */
  readonly current: string;
  wrap(suite: SuiteId, key: Uint8Array, context: string): Promise<Uint8Array>;
  /** Null when there is no such master key, or key, context and bytes do not belong together. */
  unwrap(
    masterKeyId: string,
    suite: SuiteId,
    wrapped: Uint8Array,
    context: string,
  ): Promise<Uint8Array | null>;
};

/** The opened key of one person. `context` names table, column and row, so that no text can be moved to another. */
export type PersonKey = {
  readonly suite: SuiteId;
  seal(text: string, context: string): Uint8Array;
  /** Null when key, context and bytes do not belong together. */
  open(sealed: Uint8Array, context: string): string | null;
};

/** What a store knows of cryptography: it makes keys of people and opens them, and keeps neither. */
export type PersonSealer = {
  /** A fresh key for this person, wrapped. */
  newKey(personId: string): Promise<PersonKeyRow>;
  /** Null for a destroyed key. Refuses `PERSON_KEY_UNREADABLE`: no master key fits, or the row was changed. */
  openKey(row: PersonKeyRow): Promise<PersonKey | null>;
};
