import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { itemLines } from './item-lines.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('\\ud'));
const ids = fc
  .oneof(
    fc.stringMatching(/^[^\p{C}\p{Zl}\p{Zp}]{1,40}$/u),
    fc.constantFrom('a,"value":b', '{"leaf":1}', '考核/1'),
  )
  .filter((id) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(id));

describe('itemLines', () => {
  it('gives place, id and the very bytes of the value, whatever the id and the value hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.nat(1_000), { nil: undefined }), ids, json)), (items) => {
        const lines = items.map(([leaf, ref, value]) => `${canonicalJson({ leaf, ref, value })}\n`);
        const read = itemLines(bytesOf(lines.join('')));
        expect(read.map((line) => [line?.leaf, line?.ref, textOf(line?.value)])).toEqual(
          items.map(([leaf, ref, value]) => [leaf, ref, canonicalJson(value)]),
        );
      }),
    );
  });

  it.each([
    ['spaces', '{"leaf": 1,"ref":"a","value":1}\n'],
    ['another order', '{"ref":"a","leaf":1,"value":1}\n'],
    ['no id', '{"leaf":1,"value":1}\n'],
    ['a member more before the value', '{"leaf":1,"more":1,"ref":"a","value":1}\n'],
    ['no value', '{"leaf":1,"ref":"a"}\n'],
    ['no end', '{"leaf":1,"ref":"a","value":1\n'],
    ['no line feed at the end', '{"leaf":1,"ref":"a","value":1}'],
    ['nothing in it', '\n'],
  ])('takes no line with %s', (_what, line) => {
    expect(itemLines(bytesOf(line))).toEqual([null]);
  });

  it('gives a member behind the value as a part of its bytes, which no leaf has', () => {
    const [line] = itemLines(bytesOf('{"leaf":1,"ref":"a","value":1,"z":2}\n'));
    expect(textOf(line?.value)).toBe('1,"z":2');
  });
});
