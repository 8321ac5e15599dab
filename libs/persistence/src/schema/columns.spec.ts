import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ValueTransformer } from 'typeorm';
import { canonicalJson, emptyAsNull, flag, id, instant, json } from './columns.js';
import type { Column } from './columns.js';

const transformer = (column: Column) => column.transformer as ValueTransformer;
const roundTrip = (column: Column, value: unknown): unknown =>
  transformer(column).from(transformer(column).to(value));

describe('canonicalJson', () => {
  it('is the same text for equal values, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: '2' }], a: null })).toBe('{"a":null,"b":[{"c":"2","d":1}]}');
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});

describe('instant', () => {
  it('keeps every millisecond, given back as text by one driver and as a number by the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (at) => {
        expect(transformer(instant()).from(String(at))).toBe(at);
        expect(roundTrip(instant(), at)).toBe(at);
      }),
    );
  });

  it.each([[1.5], [2 ** 53], [Number.NaN]])('throws on %p, which no instant is', (at) => {
    expect(() => transformer(instant()).to(at) as unknown).toThrow('safe integer');
  });
});

describe('the other transformers', () => {
  it('bring values back as they were', () => {
    expect(roundTrip(flag(), true)).toBe(true);
    expect(roundTrip(flag(), false)).toBe(false);
    expect(roundTrip(emptyAsNull(id()), null)).toBeNull();
    expect(roundTrip(emptyAsNull(id()), 'post')).toBe('post');
    expect(roundTrip(json(), { 职务: ['站长'] })).toEqual({ 职务: ['站长'] });
  });
});
