import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSurveyLinks } from './survey-links.js';

const secretOf = (letter: string) => Buffer.alloc(32, letter).toString('base64url');
const key = (id: string, letter = id) => ({ id, secret: secretOf(letter) });
const campaign = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
const expiresAt = 1_793_000_000_000;
const links = createSurveyLinks([key('a')]);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('createSurveyLinks', () => {
  it('verifies what it issued, without a read, and gives the campaign and expiry back', () => {
    const campaignIds = fc.oneof(
      fc.uuid(),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 }),
      fc.constantFrom('社区一', 'c'.repeat(64), '0B6F3C52-9A53-4A6A-8F0E-6C2F7A1D9E10', '__proto__'),
    );
    fc.assert(
      fc.property(campaignIds, fc.integer({ min: 1, max: 4_000_000_000 }), (campaignId, seconds) => {
        const { token, linkHash } = links.issue(campaignId, seconds * 1000);
        expect(links.verify(token)).toEqual({ ok: true, campaignId, expiresAt: seconds * 1000, linkHash });
        expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('stays under 80 characters for a UUID campaign', () => {
    expect(links.issue(campaign, expiresAt).token).toHaveLength(74);
  });

  it('moves the expiry up to the next second, never down', () => {
    const { token } = links.issue(campaign, expiresAt + 1);
    expect(links.verify(token)).toMatchObject({ expiresAt: expiresAt + 1000 });
  });

  it('never gives the same link or hash twice', () => {
    const issued = Array.from({ length: 5000 }, () => links.issue(campaign, expiresAt));
    expect(new Set(issued.map((link) => link.token)).size).toBe(5000);
    expect(new Set(issued.map((link) => link.linkHash)).size).toBe(5000);
    expect(issued[0]?.linkHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('verifies links of every key it holds and signs with the first', () => {
    const old = createSurveyLinks([key('a')]).issue(campaign, expiresAt).token;
    const rotated = createSurveyLinks([key('b'), key('a')]);
    expect(rotated.verify(old).ok).toBe(true);
    const fresh = rotated.issue(campaign, expiresAt).token;
    expect(rotated.verify(fresh).ok).toBe(true);
    expect(links.verify(fresh)).toEqual({ ok: false, code: 'LINK_FORGED' });
  });

  it.each([
    ['no key', [], 'at least one key'],
    ['a short secret', [{ id: 'a', secret: 'c2hvcnQ' }], 'not 32 bytes'],
    ['two keys of one id', [key('a'), key('a', 'b')], 'twice'],
    ['an id that is no key id', [key('Ä')], 'key id'],
  ])('refuses %s', (_what, keys, message) => {
    expect(() => createSurveyLinks(keys)).toThrow(message);
  });

  it.each([
    ['an empty campaign', '', expiresAt],
    ['a campaign over 64 bytes', 'c'.repeat(65), expiresAt],
    ['a campaign that is no text', '\ud800', expiresAt],
    ['an expiry after 2106', campaign, 5e12],
    ['an expiry that is no instant', campaign, Number.NaN],
  ])('issues no link for %s', (_what, campaignId, at) => {
    expect(() => links.issue(campaignId, at)).toThrow(RangeError);
  });
});

describe('verify', () => {
  const { token } = links.issue(campaign, expiresAt);
  const refused = (text: string) => expect(links.verify(text)).toMatchObject({ ok: false });

  it('refuses a token with any bit flipped', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const mutant = Buffer.from(bytes);
      mutant.writeUInt8(mutant.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      refused(mutant.toString('base64url'));
    }
  });

  it('refuses a token with any character exchanged, also where the bytes stay the same', () => {
    for (let at = 0; at < token.length; at += 1) {
      for (const letter of alphabet) {
        if (letter !== token[at]) refused(token.slice(0, at) + letter + token.slice(at + 1));
      }
    }
  });

  it('refuses every truncation and extension', () => {
    for (let length = 0; length < token.length; length += 1) refused(token.slice(0, length));
    for (const letter of [...alphabet, '=', ' ', '\n', '.', '\0', '？']) {
      refused(token + letter);
      refused(letter + token);
    }
  });

  it('refuses another key under the same id, and an unknown key id', () => {
    refused(createSurveyLinks([key('a', 'z')]).issue(campaign, expiresAt).token);
    refused(createSurveyLinks([key('z', 'a')]).issue(campaign, expiresAt).token);
  });

  it('refuses a tag that the same key made for something else', () => {
    const parts = Buffer.from(token, 'base64url').subarray(0, -16);
    const bare = createHmac('sha256', Buffer.alloc(32, 'a')).update(parts).digest().subarray(0, 16);
    refused(Buffer.concat([parts, bare]).toString('base64url'));
  });

  it('refuses the tag of one link on the parts of another', () => {
    const other = links.issue('campaign-2', expiresAt + 5000).token;
    const [mine, theirs] = [Buffer.from(token, 'base64url'), Buffer.from(other, 'base64url')];
    refused(Buffer.concat([theirs.subarray(0, -16), mine.subarray(-16)]).toString('base64url'));
    refused(Buffer.concat([mine.subarray(0, -16), theirs.subarray(-16)]).toString('base64url'));
  });

  it('refuses 10,000 random mutants and texts and never throws', () => {
    const edits = fc.tuple(fc.nat(token.length), fc.nat(8), fc.string({ unit: 'binary', maxLength: 8 }));
    const mutants = fc.oneof(
      fc
        .array(edits, { minLength: 1, maxLength: 4 })
        .map((list) =>
          list.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), token),
        ),
      fc.uint8Array({ maxLength: 150 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    fc.assert(
      fc.property(mutants, (mutant) => {
        fc.pre(mutant !== token);
        expect(links.verify(mutant).ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });
});
