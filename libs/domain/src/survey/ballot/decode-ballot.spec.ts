import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeBallot } from './ballot-bytes.js';
import { decodeBallot } from './decode-ballot.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const decoded = (text: string) => decodeBallot(bytesOf(text));

describe('decodeBallot', () => {
  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['no JSON', '{"community":{'],
    ['a byte order mark', '\ufeff{"community":{},"people":{}}'],
    ['something after it', '{"community":{},"people":{}}{}'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[{"community":{},"people":{}}]'],
    ['no people', '{"community":{}}'],
    ['no community', '{"people":{}}'],
    ['a list of people', '{"community":{},"people":[]}'],
    ['a person without answers', '{"community":{},"people":{"p":null}}'],
    ['a fraction', '{"community":{"q":1.5},"people":{}}'],
    ['a number beyond whole ones', '{"community":{"q":1e400},"people":{}}'],
    ['yes', '{"community":{"q":true},"people":{}}'],
    ['an answer that is an object', '{"community":{"q":{"toString":1}},"people":{}}'],
    ['a list of numbers', '{"community":{"q":[1]},"people":{}}'],
    ['a list of lists', '{"community":{"q":[["a"]]},"people":{}}'],
    ['a comment that is no text', '{"community":{},"people":{},"comment":1}'],
    ['community in the prototype', '{"__proto__":{"community":{},"people":{}}}'],
  ])('is null for %s', (_what, text) => {
    expect(decoded(text)).toBeNull();
  });

  it.each([
    ['half a character', new Uint8Array([0x22, 0xe6, 0xb1, 0x22])],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0x7d])],
    ['a megabyte and more', bytesOf(`{"community":{},"people":{}}${' '.repeat(1 << 20)}`)],
    ['a hundred thousand brackets', bytesOf('['.repeat(100_000))],
  ])('is null for %s', (_what, bytes) => {
    expect(decodeBallot(bytes)).toBeNull();
  });

  it('drops members no ballot has, and the names every object has', () => {
    const text =
      '{"community":{"__proto__":1,"constructor":2,"q":3},"people":{"__proto__":{"r":1},"p":{"toString":1}},"when":"now","__proto__":{"comment":"x"}}';
    const ballot = decoded(text);
    expect(ballot).toEqual({ community: { q: 3 }, people: { p: {} } });
    expect(ballot?.comment).toBeUndefined();
    expect(Object.getPrototypeOf(ballot?.people)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('r');
  });

  it('never throws, and what it gives can be written again', () => {
    const almost = fc
      .record({
        community: fc.jsonValue(),
        people: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
        comment: fc.jsonValue(),
      })
      .map((value) => bytesOf(JSON.stringify(value)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), almost), (bytes) => {
        const ballot = decodeBallot(bytes);
        if (ballot !== null) expect(decodeBallot(encodeBallot(ballot, 65_536))).toEqual(ballot);
      }),
    );
  });

  it('never throws on a ballot with flipped bits', () => {
    const whole = encodeBallot(
      { community: { a: 1, b: ['x'] }, people: { p: { r: 5 } }, comment: '好' },
      128,
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const ballot = decodeBallot(bytes);
        expect(ballot === null || typeof ballot.community === 'object').toBe(true);
      }),
    );
  });
});
