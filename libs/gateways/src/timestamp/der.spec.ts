import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { der, DerFault, fieldsOf, readDer, TAGS } from './der.js';
import { readBoolean, readOid, readTime, readUnsigned, writeOid } from './der-values.js';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const time = (text: string) => readDer(der(TAGS.generalizedTime, Buffer.from(text, 'latin1')));

describe('readDer', () => {
  it('reads what was written, whatever its length', () => {
    fc.assert(
      fc.property(fc.nat(70_000), (length) => {
        if (length > 0xffff) expect(() => der(TAGS.octetString, Buffer.alloc(length))).toThrow(RangeError);
        else expect(readDer(der(TAGS.octetString, Buffer.alloc(length, 7))).content).toHaveLength(length);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no length', '04'],
    ['less than it says', '0402aa'],
    ['more than it says', '0401aaaa'],
    ['a length without an end', '3080 0000'],
    ['a short length written long', '048101aa'],
    ['a length with a zero before it', `04820080${'00'.repeat(128)}`],
    ['a length of four bytes', '048400000001aa'],
    ['a tag of two bytes', '1f8101 00'],
  ])('refuses %s', (_what, bytes) => {
    expect(() => readDer(hex(bytes))).toThrow(DerFault);
  });

  it('gives an answer or a DerFault for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          expect(readDer(bytes).whole).toEqual(Buffer.from(bytes));
        } catch (fault) {
          expect(fault).toBeInstanceOf(DerFault);
        }
      }),
    );
  });
});

describe('fieldsOf', () => {
  const two = der(TAGS.sequence, der(TAGS.integer, hex('05')), der(TAGS.boolean, hex('ff')));

  it('reads fields in their order, those that may be missing too, and none is left', () => {
    const fields = fieldsOf(readDer(two));
    expect(readUnsigned(fields.next(TAGS.integer))).toEqual(hex('05'));
    expect(fields.maybe(TAGS.octetString)).toBeNull();
    expect(() => fields.end()).toThrow('a field too many');
    expect(readBoolean(fields.next(TAGS.boolean))).toBe(true);
    fields.end();
    expect(() => fields.next(TAGS.boolean)).toThrow(DerFault);
  });
});

describe('a value', () => {
  it.each(['2.16.840.1.101.3.4.2.1', '1.2.156.10197.1.401', '0.0', '2.999.3', '1.39.128'])(
    'is the identifier %s, written and read',
    (dotted) => {
      expect(readOid(readDer(writeOid(dotted)))).toBe(dotted);
    },
  );

  it('is the identifier of SHA-256 as RFC 5754 has it', () => {
    expect(writeOid('2.16.840.1.101.3.4.2.1')).toEqual(hex('0609 608648016503040201'));
  });

  it.each(['', '1', '3.1', '1.40', '1.02', '1.2.x'])('is no identifier as "%s"', (dotted) => {
    expect(() => writeOid(dotted)).toThrow(RangeError);
  });

  it.each(['0600', '0602 2a80', '0603 2a8001'])('is no identifier as %s', (bytes) => {
    expect(() => readOid(readDer(hex(bytes)))).toThrow(DerFault);
  });

  it('is an integer written in as few bytes as it can be, and not negative', () => {
    expect(readUnsigned(readDer(hex('0202 0080')))).toEqual(hex('80'));
    for (const bytes of ['0200', '0201 80', '0202 0001']) {
      expect(() => readUnsigned(readDer(hex(bytes)))).toThrow(DerFault);
    }
  });

  it('is a time in UTC on a day there is', () => {
    expect(readTime(time('20260131235959Z'))).toBe(Date.parse('2026-01-31T23:59:59Z'));
    expect(readTime(time('20260131235959.1239Z'))).toBe(Date.parse('2026-01-31T23:59:59.123Z'));
    for (const text of ['20260230000000Z', '20260131240000Z', '202601312359Z', '20260131235959+0800', '']) {
      expect(() => readTime(time(text))).toThrow(DerFault);
    }
  });
});
