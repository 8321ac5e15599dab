import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readReceipt, receiptCode } from './receipt.js';

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digests = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const dashed = (bare: string) => (bare.match(/.{1,4}/g) ?? []).join('-');
const exchanged = (bare: string, a: number, b: number) => {
  const letters = [...bare];
  [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
  return letters.join('');
};

describe('receiptCode', () => {
  it.each([
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'WERC-8GMR-ZGE1-96QV-D'],
    ['0000000000000000000100000000', '0000-0000-0000-0001-2'],
    ['ffffffffffffffffffff', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-M'],
  ])('writes the first 80 bits of a digest and a check: %s is %s', (digest, code) => {
    expect(receiptCode(digest)).toBe(code);
  });

  it.each(['', 'abc', 'E3B0C44298FC1C149AFB', 'zzzzzzzzzzzzzzzzzzzz'])(
    'refuses what is no digest: %s',
    (text) => {
      expect(() => receiptCode(text)).toThrow(RangeError);
    },
  );

  it('writes symbols that are not mistaken for one another, whatever the digest', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        expect(receiptCode(digest)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
      }),
    );
  });
});

describe('readReceipt', () => {
  it('gives back the prefix of the digest', () => {
    fc.assert(fc.property(digests, (digest) => readReceipt(receiptCode(digest)) === digest.slice(0, 20)));
  });

  it.each([
    ['lower case', 'werc-8gmr-zge1-96qv-d'],
    ['no dashes', 'WERC8GMRZGE196QVD'],
    ['spaces, and a line end', ' WERC 8GMR ZGE1 96QV D\r\n'],
    ['I or L for 1', 'WERC-8GMR-ZGEl-96QV-D'],
    ['the other of them', 'WERC-8GMR-ZGEI-96QV-D'],
    ['full-width letters and dashes', 'ＷＥＲＣ－８ＧＭＲ－ＺＧＥ１－９６ＱＶ－Ｄ'],
    ['long dashes', 'WERC—8GMR–ZGE1−96QV‐D'],
  ])('forgives %s', (_what, text) => {
    expect(readReceipt(text)).toBe('e3b0c44298fc1c149afb');
  });

  it('forgives O for 0', () => {
    expect(readReceipt('oooo-OOOO-oooo-OOO1-2')).toBe('00000000000000000001');
  });

  it('tells every single wrong character, at every place of every code', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const bare = receiptCode(digest).replaceAll('-', '');
        for (let at = 0; at < bare.length; at += 1) {
          for (const other of symbols) {
            if (other === bare[at]) continue;
            expect(readReceipt(bare.slice(0, at) + other + bare.slice(at + 1))).toBeNull();
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells every two neighbours exchanged: all 32 × 31 pairs at all 15 places before the check', () => {
    // The check is linear, so which symbols stand elsewhere does not matter; one code a pair is enough.
    let [tried, told] = [0, 0];
    for (let at = 0; at < 15; at += 1) {
      for (const first of symbols) {
        for (const second of symbols) {
          if (first === second) continue;
          const bare = rightCode(`${'7'.repeat(at)}${first}${second}${'7'.repeat(14 - at)}`);
          tried += 1;
          told += readReceipt(exchanged(bare, at, at + 1)) === null ? 1 : 0;
        }
      }
    }
    expect([tried, told]).toEqual([15 * 32 * 31, 15 * 32 * 31]);
  });

  it('tells any two characters exchanged, the check character among them', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const bare = receiptCode(digest).replaceAll('-', '');
        for (let a = 0; a < bare.length; a += 1) {
          for (let b = a + 1; b < bare.length; b += 1) {
            if (bare[a] !== bare[b]) expect(readReceipt(exchanged(bare, a, b))).toBeNull();
          }
        }
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a character too few', 'WERC-8GMR-ZGE1-96QV'],
    ['a character too many', 'WERC-8GMR-ZGE1-96QV-D0'],
    ['a U, which is no symbol', 'WERC-8GMR-ZGE1-96QU-D'],
    ['other text', '社区居民满意度测评回执回执回执回执'],
    ['a character outside the first plane', 'WERC-8GMR-ZGE1-96Q😀-D'],
  ])('refuses %s', (_what, text) => {
    expect(readReceipt(text)).toBeNull();
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect([null, 20]).toContain(readReceipt(text)?.length ?? null);
      }),
    );
  });
});

/** A code whose 16 symbols before the check are these. */
function rightCode(sixteen: string): string {
  const found = [...symbols]
    .map((check) => sixteen + check)
    .filter((bare) => readReceipt(dashed(bare)) !== null);
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}
