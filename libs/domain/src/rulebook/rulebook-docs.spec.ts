import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BUILTIN_FACTS } from '../evaluate/builtin-facts.js';
import { LINT_CODES } from './lint/codes.js';
import { rulebookSchema } from './schema/rulebook.js';

const PAGE = readFileSync(new URL('../../../../docs/rulebook.md', import.meta.url), 'utf8');
const firstCells = [...PAGE.matchAll(/^\| ((?:`[^`]+` *)+)\|/gm)].map((match) => match[1] ?? '');
const named = new Set(
  firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1])),
);

describe('docs/rulebook.md', () => {
  it('explains every key at the top of a rulebook', () => {
    expect(Object.keys(rulebookSchema.shape).filter((key) => !named.has(key))).toEqual([]);
  });

  it('explains every fact the engine computes, with its meaning', () => {
    for (const { id, title } of BUILTIN_FACTS) {
      expect(named).toContain(id);
      expect(PAGE).toContain(`${title.zh} / ${title.en}`);
    }
  });

  it('explains every lint code and no other', () => {
    expect([...named].filter((each) => each?.startsWith('LINT_')).sort()).toEqual(
      Object.keys(LINT_CODES).sort(),
    );
    for (const { zh, en } of Object.values(LINT_CODES)) {
      expect(PAGE).toContain(zh);
      expect(PAGE).toContain(en);
    }
  });
});
