import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineAt, readYamlTree } from './yaml-tree.js';

describe('readYamlTree', () => {
  it.each([
    ['a fraction keeps its digits', 'a: 0.1', '0.1'],
    ['trailing zeros are layout', 'a: 0.60', '0.6'],
    ['more digits than a float has', 'a: 0.12345678901234567890123', '0.12345678901234567890123'],
    ['a whole number', 'a: 12', 12],
    ['a whole number written with decimals', 'a: 6.0', 6],
    ['a whole number beyond 2^53', 'a: 9007199254740993', '9007199254740993'],
    ['an exponent is no plain decimal', 'a: 1e3', '1e3'],
    ['hexadecimal is no plain decimal', 'a: 0x1F', '0x1F'],
    ['infinity is no decimal', 'a: .inf', '.inf'],
    ['a quoted number is a text', "a: '0.60'", '0.60'],
    ['true', 'a: true', true],
    ['yes is a text', 'a: yes', 'yes'],
    ['nothing', 'a:', null],
  ])('reads %s', (_rule, text, value) => {
    expect(readYamlTree(text)).toMatchObject({ data: { a: value }, findings: [] });
  });

  it('knows the line of every value, in YAML and in JSON', () => {
    const yaml = readYamlTree('a: 1\nb:\n  - x: 2\n    y: 3\n');
    expect(['a', 'b', 'b.0', 'b.0.x', 'b.0.y'].map((path) => yaml.positions.get(path))).toEqual([
      1, 2, 3, 3, 4,
    ]);
    const json = readYamlTree('{\n\t"a": 1,\n\t"b": [\n\t\t{ "x": 2 }\n\t]\n}');
    expect(json.findings).toEqual([]);
    expect(json.data).toEqual({ a: 1, b: [{ x: 2 }] });
    expect(json.positions.get('b.0.x')).toBe(4);
  });

  it('places what is missing at the nearest value above it', () => {
    const { positions } = readYamlTree('a: 1\nb:\n  c: 2\n');
    expect(lineAt(positions, ['b', 'c', 'd', 0])).toBe(3);
    expect(lineAt(positions, ['z'])).toBe(1);
  });

  it.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 3],
    ['a syntax error', 'a: 1\nb: [1, 2\n', 3],
    ['a second document', 'a: 1\n---\nb: 2\n', 2],
    ['an unknown tag', 'a: 1\nb: !exec x\n', 2],
    ['an alias to nothing', 'a: 1\nb: *none\n', 2],
    ['the key __proto__', 'a: 1\n__proto__: { x: 1 }\n', 2],
    ['half a character', 'a: 1\nb: "\\ud800"\n', 2],
  ])('reports %s with its line', (_rule, text, line) => {
    expect(readYamlTree(text).findings).toContainEqual(
      expect.objectContaining({
        code: 'LINT_YAML',
        line,
        message: expect.any(String),
        messageZh: expect.any(String),
      }),
    );
  });

  it('reads anchors and stops at aliases that multiply', () => {
    expect(readYamlTree('a: &x { b: 1 }\nc: *x\n').data).toEqual({ a: { b: 1 }, c: { b: 1 } });
    const bomb = ['a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]'];
    for (let i = 1; i < 9; i += 1)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(readYamlTree(bomb.join('\n')).findings).not.toEqual([]);
  });

  it.each([
    ['nested beyond measure', '['.repeat(100_000)],
    ['too deep', `${'['.repeat(100)}${']'.repeat(100)}`],
    ['too long', `a: ${'x'.repeat(2_000_001)}`],
  ])('reports a file that is %s', (_rule, text) => {
    expect(readYamlTree(text).findings[0]?.code).toBe('LINT_YAML');
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'&*!|>{}[]:,-?#"\' \n\tab01') })),
        (text) => {
          expect(Array.isArray(readYamlTree(text).findings)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
