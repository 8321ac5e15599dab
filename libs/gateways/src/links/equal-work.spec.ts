/**
 * Stands alone, since it replaces a module for itself.
 * @jest-environment node
 */
import { describe, expect, it, jest } from '@jest/globals';
import * as crypto from 'node:crypto';

/** What `verify` did, by name: its cost without a clock. */
let work: string[] = [];
jest.unstable_mockModule('node:crypto', () => ({
  ...crypto,
  createHmac: (...given: Parameters<typeof crypto.createHmac>) => {
    work.push(`hmac ${Buffer.from(given[1] as Buffer).length}`);
    return crypto.createHmac(...given);
  },
  createHash: (...given: Parameters<typeof crypto.createHash>) => {
    work.push('hash');
    return crypto.createHash(...given);
  },
  timingSafeEqual: (...given: Parameters<typeof crypto.timingSafeEqual>) => {
    work.push('compare');
    return crypto.timingSafeEqual(...given);
  },
}));
const { createSurveyLinks } = await import('./survey-links.js');

const secret = (letter: string) => Buffer.alloc(32, letter).toString('base64url');
const links = createSurveyLinks([{ id: 'a', secret: secret('a') }]);
const campaign = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
const expiresAt = 1_793_000_000_000;
const REFUSED = ['hmac 32', 'compare'];

const workOf = (token: string): readonly string[] => {
  work = [];
  links.verify(token);
  return work;
};
const changed = (token: string, at: number): string => {
  const bytes = Buffer.from(token, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString('base64url');
};

describe('verify does the same work, so that its time tells nothing apart', () => {
  const { token } = links.issue(campaign, expiresAt);
  const length = Buffer.from(token, 'base64url').length;

  it.each([
    ['a bad signature on a link that exists', () => changed(token, length - 1)],
    ['a signature wrong from its first byte', () => changed(token, length - 16)],
    ['a link id that never was', () => changed(token, 8)],
    ['another expiry', () => changed(token, 4)],
    ['another campaign', () => changed(token, 30)],
    ['an unknown key', () => changed(token, 2)],
    [
      'another’s key under the same id',
      () => createSurveyLinks([{ id: 'a', secret: secret('z') }]).issue(campaign, expiresAt).token,
    ],
  ])('for %s', (_what, make) => {
    const forged = make();
    expect(workOf(forged)).toEqual(REFUSED);
  });

  it('and hashes the id only of a link that is genuine', () => {
    expect(workOf(token)).toEqual([...REFUSED, 'hash']);
  });
});
