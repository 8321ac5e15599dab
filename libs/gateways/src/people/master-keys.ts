import { hkdfSync } from 'node:crypto';
import type { MasterKeys, Suite, SuiteId } from '@kaoji/application';
import { readNamedKeys, type NamedKey } from '../keys/named-keys.js';
import { suiteOf } from '../suites/suites.js';

/**
 * Master keys of the configuration: the first wraps, all of them unwrap. To rotate, put the new one first and keep the
 * old one for as long as keys wrapped by it are there. Throws on unusable keys; a message names ids, never values.
 */
export function createMasterKeys(keys: readonly NamedKey[]): MasterKeys {
  const ring = readNamedKeys('person', keys);
  return {
    current: ring.first.id,
    wrap: async (suite, key, context) => known(suite).seal(derived(ring.first.secret, suite), key, context),
    unwrap: async (masterKeyId, suite, wrapped, context) => {
      const secret = ring.byId.get(masterKeyId);
      return secret === undefined ? null : known(suite).open(derived(secret, suite), wrapped, context);
    },
  };
}

function known(id: SuiteId): Suite {
  const suite = suiteOf(id);
  if (suite === null) throw new Error('a suite that is not there');
  return suite;
}

/** One secret under two ciphers, or under another use, is two keys. */
function derived(secret: Buffer, suite: SuiteId): Buffer {
  return Buffer.from(hkdfSync(suite === 'sm' ? 'sm3' : 'sha256', secret, '', `kaoji-person/1 ${suite}`, 32));
}
