import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

type Found = {
  readonly namespace: string;
  readonly zh: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
};

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|gen)\.ts$/.test(name))
  .map((name) => join(SOURCES, name));
const isTexts = (file: string): boolean => /texts\.ts$/.test(file) && !/i18n\/(use-)?texts\.ts$/.test(file);
const named = files.filter(isTexts).map((file) => [relative(SOURCES, file), file] as const);
const code = files.filter((file) => !isTexts(file)).map((file) => readFileSync(file, 'utf8'));

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
const base = (key: string): string => key.replace(/_one$/, '');

async function textsOf(file: string): Promise<readonly Found[]> {
  const module = (await import(file)) as Record<string, unknown>;
  return Object.values(module).filter(
    (value): value is Found => typeof value === 'object' && value !== null && 'namespace' in value,
  );
}

describe.each(named)('%s', (_name, file) => {
  let all: readonly Found[];
  beforeAll(async () => {
    all = await textsOf(file);
  });

  it('says everything in Chinese and in English', () => {
    expect(all.length).toBeGreaterThan(0);
    for (const { zh, en } of all) {
      const english = new Set(Object.keys(en).map(base));
      expect([...english].toSorted()).toEqual(Object.keys(zh).toSorted());
      expect(Object.entries({ ...zh, ...en }).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('keeps each language to itself', () => {
    // The button to the other language is in that language.
    const others = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).filter(([key]) => key !== 'language');
    for (const { zh, en } of all) {
      expect(others(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
      const words = others(zh).filter(([, text]) => /[A-Za-z]{3,}/.test(text.replaceAll(NAMES, '')));
      expect(words).toEqual([]);
    }
  });

  it('fills in the same values in both', () => {
    for (const { zh, en } of all) {
      for (const [key, text] of Object.entries(en)) {
        const wanted = placeholders(zh[base(key)] ?? '');
        const given = placeholders(text);
        // `1 item` need not repeat its number.
        expect({ key, given: key.endsWith('_one') ? wanted : given }).toEqual({ key, given: wanted });
      }
    }
  });

  it('says nothing that no screen shows', () => {
    const isShown = (key: string): boolean => {
      const prefix = key.replace(/\.[^.]*$/, '');
      return code.some((text) => text.includes(`'${key}'`) || text.includes(`\`${prefix}.\${`));
    };
    // Texts keyed by the codes of something are asked for by the code.
    const byCode = new Set(
      readFileSync(file, 'utf8').match(/texts<[^>]+(?:\[[^\]]+\])?>\(\s*'([\w-]+)'/g) ?? [],
    );
    for (const { namespace, zh } of all) {
      if ([...byCode].some((call) => call.endsWith(`'${namespace}'`))) continue;
      expect(Object.keys(zh).filter((key) => !isShown(key))).toEqual([]);
    }
  });
});

describe('texts', () => {
  it('have a namespace each', async () => {
    const all = (await Promise.all(named.map(([, file]) => textsOf(file)))).flat();
    const namespaces = all.map(({ namespace }) => namespace);
    expect(namespaces.length).toBeGreaterThan(10);
    expect(new Set(namespaces).size).toBe(namespaces.length);
  });

  it('stand in files of texts and nowhere else', () => {
    expect(code.filter((text) => /\btexts(<[^>]+>)?\(\s*'/.test(text))).toEqual([]);
    const words = code.flatMap(
      (text) => text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').match(/\p{Script=Han}{2,}/gu) ?? [],
    );
    expect([...new Set(words)].filter((word) => !ALLOWED.has(word))).toEqual([]);
  });
});

/** What is filled in, and what is called so in Chinese too. */
const NAMES = /\{\{\w+\}\}|\b(?:CSV|Excel|JSON|Node|PDF|Temporal|YAML|ref|stratum|worker)\b/g;
/** How conditions of a rulebook are read aloud, both languages side by side. */
const READ_ALOUD = ['连续', '的年数', '累计'];
/** In every window’s title; what the pages of docs/problems and docs/articles.md are read by; problems without a service. */
const ALLOWED = new Set([
  '考绩',
  '怎么办',
  '一二三四五六七八九十百',
  '服务暂时无法应答',
  '网络未连接',
  ...READ_ALOUD,
]);
