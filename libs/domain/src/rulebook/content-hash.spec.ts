import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editRulebook } from '../testing/edit-rulebook.js';
import { nationalText } from '../testing/national-rulebook.js';
import { canonicalJson } from './canonical-json.js';
import { contentHash } from './content-hash.js';
import { parseRulebook } from './parse-rulebook.js';
import { readYamlTree } from './yaml-tree.js';

const NATIONAL = nationalText();
const hashOfText = (text: string) => contentHash(parseRulebook(text).rulebook);

function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, order));
  if (typeof value !== 'object' || value === null) return value;
  const plain = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(plain)).map((key) => [key, shuffled(plain[key], order)]));
}

describe('contentHash', () => {
  const hash = hashOfText(NATIONAL);

  it('does not depend on comments, layout, or YAML against JSON', () => {
    const data = readYamlTree(NATIONAL).data;
    expect(hashOfText(JSON.stringify(data))).toBe(hash);
    expect(hashOfText(JSON.stringify(data, null, '\t'))).toBe(hash);
    expect(hashOfText(`# a remark\n${NATIONAL.replaceAll(/^ *# .*$/gm, '')}`)).toBe(hash);
  });

  it('does not depend on the order of keys', () => {
    const data = readYamlTree(NATIONAL).data;
    expect(hashOfText(JSON.stringify(shuffled(data, (keys) => keys.reverse())))).toBe(hash);
    expect(hashOfText(JSON.stringify(shuffled(data, (keys) => keys.sort())))).toBe(hash);
  });

  it.each([
    ['0.20 for 0.2', 'quota.cap', '0.20'],
    ['30.0 for 30', 'dimensions[political_quality].weight', '30.0'],
    ['a default written out', 'quota.baseCounts', ['graded', 'comment_only', 'ungraded', 'held']],
  ])('does not change for %s', (_rule, path, value) => {
    expect(hashOfText(editRulebook(NATIONAL, [[path, value]]))).toBe(hash);
  });

  it.each([
    ['a cap', 'quota.cap', 0.21],
    ['a boundary', 'bands[band.excellent].from.includes', false],
    ['a clause', 'quota.clause', '第十六条'],
    ['a reason', 'bands[band.excellent].localChoice.zh', '另一理由'],
    ['the order of severity', 'discipline.severity[0]', { cap: 'basically_competent' }],
    ['an unless', 'consequences[bad.lower_post].unless', undefined],
  ])('changes with %s', (_rule, path, value) => {
    expect(hashOfText(editRulebook(NATIONAL, [[path, value]]))).not.toBe(hash);
  });
});

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }, // RFC 8785, 3.2.3
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    ],
    [[1e21, 1e-7, -0, 0.1], '[1e+21,1e-7,0,0.1]'],
    [{ a: undefined, b: null }, '{"b":null}'],
    ['\u000f\n"\\', '"\\u000f\\n\\"\\\\"'],
  ])('writes %j as RFC 8785 says', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([[Number.NaN], [Infinity], ['\ud800'], [new Map()], [10n], [() => 1]])('refuses %p', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  it('is one text for one value, whatever the order of keys, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value, (keys) => keys.reverse()))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
