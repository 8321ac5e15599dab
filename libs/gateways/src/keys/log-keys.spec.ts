import { SUITE_IDS } from '@kaoji/application';
import { describe, expect, it } from '@jest/globals';
import { suiteOf } from '../suites/suites.js';
import { readLogKeys } from './log-keys.js';

describe('readLogKeys', () => {
  it.each(SUITE_IDS)('finds the public half of a key of the suite %s', (suite) => {
    const { privateKey, publicKey } = suiteOf(suite)!.newSigningKeys();
    expect(readLogKeys([{ name: 'log-1', suite, privateKey }])).toEqual([
      { name: 'log-1', suite, privateKey, publicKey },
    ]);
  });

  const key = suiteOf('intl')!.newSigningKeys().privateKey;
  const other = suiteOf('intl')!.newSigningKeys().privateKey;
  const named = (name: string, privateKey: string, suite: 'intl' | 'sm' = 'intl') => ({
    name,
    suite,
    privateKey,
  });
  it.each([
    ['a key of another suite', [named('a', key, 'sm')], 'no signing key of the suite sm'],
    ['what is no key', [named('a', 'AAAA')], 'no signing key'],
    ['a key written loosely', [named('a', `${key}=`)], 'no signing key'],
    ['two keys of one name', [named('a', key), named('a', other)], 'twice'],
    ['one key of two names', [named('a', key), named('b', key)], 'twice'],
  ])('refuses %s, and shows nothing of it', (_what, keys, message) => {
    expect(() => readLogKeys(keys)).toThrow(message);
    expect(() => readLogKeys(keys)).not.toThrow(key);
  });
});
