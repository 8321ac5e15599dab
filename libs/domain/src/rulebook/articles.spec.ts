import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nationalRulebook } from '../testing/national-rulebook.js';

type Rule = { readonly id: string; readonly clause: string | null };

const TABLE = readFileSync(new URL('../../../../docs/articles.md', import.meta.url), 'utf8');

function rulesIn(value: unknown): readonly Rule[] {
  if (Array.isArray(value)) return value.flatMap(rulesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, clause } = value as { id?: unknown; clause?: unknown };
  const sheet = 'posts' in value && 'parts' in value;
  const mine =
    typeof id === 'string' && !sheet ? [{ id, clause: typeof clause === 'string' ? clause : null }] : [];
  return [...mine, ...Object.values(value).flatMap(rulesIn)];
}

function section(title: string): readonly (readonly string[])[] {
  const text = TABLE.split(/^## /m).find((each) => each.startsWith(title)) ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function idsIn(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([a-z0-9_.]+)`/g)].map((match) => match[1] ?? '');
}

const { facts: _facts, id: _id, ...rest } = nationalRulebook();
const RULES = rulesIn(rest);
const ARTICLES = section('五十条').map(([name = '', , rules]) => ({
  article: /第[一二三四五六七八九十]+条/.exec(name)?.[0] ?? '',
  number: Number.parseInt(name, 10),
  cell: rules ?? '',
  ids: /^(`[^`]+`\s*)+$/.test(rules ?? '') ? idsIn(rules) : [],
}));
const articleOf = ({ clause }: Rule) => /^第[一二三四五六七八九十]+条/.exec(clause ?? '')?.[0] ?? null;

describe('docs/articles.md', () => {
  it('has all fifty articles in order', () => {
    expect(ARTICLES.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it.each([10, 15, 17, 18, 19, 20, 21, 28, 29, 30, 31, 32, 36, 37, 38, 39, 41, 42, 43, 44])(
    'gives the rules of article %i, which decides cases',
    (number) => {
      expect(ARTICLES[number - 1]?.ids).not.toEqual([]);
    },
  );

  it.each(ARTICLES)(
    'names under article $number exactly the rules that cite it',
    ({ article, ids, cell }) => {
      const citing = RULES.filter((rule) => articleOf(rule) === article).map(({ id }) => id);
      expect([...ids].sort()).toEqual([...citing].sort());
      if (ids.length === 0) expect(cell).toMatch(/\p{Script=Han}.*[a-z]/u);
    },
  );

  it('names under every other source exactly the rules that cite it', () => {
    const cited = RULES.filter((rule) => rule.clause !== null && articleOf(rule) === null);
    const listed = section('其他来源').flatMap(([source, , ids]) =>
      idsIn(ids).map((id) => `${source}: ${id}`),
    );
    expect([...listed].sort()).toEqual(cited.map(({ id, clause }) => `${clause}: ${id}`).sort());
  });

  it('names every rule that is a local choice without a clause', () => {
    const local = RULES.filter(({ clause }) => clause === null).map(({ id }) => id);
    const listed = section('本地决定').flatMap(([ids]) => idsIn(ids));
    expect([...listed].sort()).toEqual([...local].sort());
  });
});
