import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readJson } from './read-json.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-read-json-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: string | Uint8Array): string => {
  const path = join(folder, 'input.json');
  writeFileSync(path, content);
  return path;
};

describe('readJson', () => {
  it.each([
    ['keys that repeat in different objects', '[{"a":1,"b":{"a":2}},{"a":3}]'],
    [
      'a key that looks like a number, and text that looks like JSON',
      '{"12345678901234567890":"{\\"a\\":1,\\"a\\":2}"}',
    ],
    ['fifteen digits', '{"value":9.99999999999999,"big":1200000000000000000000}'],
    ['long digits in quotes', '{"value":"92.12345678901234567"}'],
    ['an escaped quote before a colon', '{"a\\":":1,"a":2}'],
  ])('takes %s', async (_rule, content) => {
    expect(await readJson(file(content))).toEqual(JSON.parse(content));
  });

  it.each([
    ['NOT_JSON', '{\n"a": 1,,\n}', 'line 2'],
    ['NOT_JSON', '{"a":\n[1,2', 'line 2'],
    ['NOT_JSON', '', 'line 1'],
    ['NUMBER_NOT_EXACT', '{"a":\n92.12345678901234567}', 'line 2: 92.12345678901234567'],
    ['NUMBER_NOT_EXACT', '[0.10000000000000000555]', 'line 1'],
    ['KEY_DUPLICATE', '{"a":1,\n"b":[],\n"a":2}', 'line 3: the key "a"'],
    ['KEY_DUPLICATE', '[[{"x":{"a":1,"\\u0061":2}}]]', 'line 1: the key "a"'],
    ['KEY_FORBIDDEN', '{"facts":{"__proto__":true}}', 'line 1'],
  ])('refuses with %s: %s', async (code, content, place) => {
    await expect(readJson(file(content))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(place),
    });
  });

  it('refuses bytes that are no UTF-8 with NOT_UTF8', async () => {
    await expect(readJson(file(new Uint8Array([0xff, 0xfe, 0])))).rejects.toMatchObject({ code: 'NOT_UTF8' });
  });

  it('refuses what is not there with FILE_NOT_FOUND, and what is no file with FILE_UNREADABLE', async () => {
    await expect(readJson(join(folder, 'nowhere.json'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await expect(readJson(folder)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
