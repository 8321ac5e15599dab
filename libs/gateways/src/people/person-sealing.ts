import type { PersonSealer, SuiteId } from '@kaoji/application';
import type { NamedKey } from '../keys/named-keys.js';
import { createMasterKeys } from './master-keys.js';
import { createPersonSealer } from './person-sealer.js';

/**
 * What a database is opened with, from KAOJI_PERSON_KEYS: names and texts about people are sealed, new keys in `suite`.
 * Without keys nothing is, which is for commands that meet no people.
 */
export function personSealing(
  keys: readonly NamedKey[] | undefined,
  suite: SuiteId = 'intl',
): { readonly people?: PersonSealer } {
  return keys === undefined ? {} : { people: createPersonSealer({ masters: createMasterKeys(keys), suite }) };
}
