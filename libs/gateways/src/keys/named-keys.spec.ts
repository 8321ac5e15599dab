import { describe, expect, it } from '@jest/globals';
import { readNamedKeys } from './named-keys.js';

const key = (id: string, letter = 'a') => ({ id, secret: Buffer.alloc(32, letter).toString('base64url') });

describe('readNamedKeys', () => {
  it('reads keys in their order: the first makes, all of them read', () => {
    const ring = readNamedKeys('contact', [key('b', 'b'), key('a', 'a')]);
    expect([ring.first.id, [...ring.byId.keys()]]).toEqual(['b', ['b', 'a']]);
    expect(ring.byId.get('a')).toEqual(Buffer.alloc(32, 'a'));
  });

  it.each([
    ['no key', [], 'A contact needs at least one key'],
    ['a short secret', [{ id: 'a', secret: 'c2hvcnQ' }], 'contact key "a" is not 32 bytes'],
    ['a secret written loosely', [{ id: 'a', secret: `${key('a').secret}=` }], 'not 32 bytes'],
    ['two keys of one id', [key('a'), key('a', 'b')], 'twice'],
    ['an id that is no key id', [key('Ä')], 'key id'],
  ])('refuses %s, and names no value', (_what, keys, message) => {
    expect(() => readNamedKeys('contact', keys)).toThrow(message);
    for (const { secret } of keys) expect(() => readNamedKeys('contact', keys)).not.toThrow(secret);
  });
});
