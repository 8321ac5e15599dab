import { describe, expect, it } from '@jest/globals';
import { editRulebook } from '../../testing/edit-rulebook.js';
import { FORM_ROWS } from '../../testing/lint-rows/form.js';
import { OUTCOME_ROWS } from '../../testing/lint-rows/outcome.js';
import { SCORING_ROWS } from '../../testing/lint-rows/scoring.js';
import { nationalText } from '../../testing/national-rulebook.js';
import { LINT_CODES } from './codes.js';
import { lintRulebook } from './lint-rulebook.js';

const NATIONAL = nationalText();
const ROWS = [...FORM_ROWS, ...SCORING_ROWS, ...OUTCOME_ROWS];

describe('lintRulebook', () => {
  it('finds nothing in the national rulebook', () => {
    const { findings, rulebook, hash } = lintRulebook(NATIONAL);
    expect(findings).toEqual([]);
    expect(rulebook?.id).toBe('cn-public-institution-2023');
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each(ROWS)('finds $rule', ({ edits, finds }) => {
    const text = editRulebook(NATIONAL, edits);
    const lines = text.split('\n');
    const found = lintRulebook(text).findings;
    const byCode = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
    const places = found.map(({ code, clause, line }) => [code, clause, lines[line - 1] ?? ''] as const);
    const expected = finds.map(([code, , clause]) => [code, clause]).sort(byCode);
    expect(places.map(([code, clause]) => [code, clause]).sort(byCode)).toEqual(expected);
    for (const [code, at, clause] of finds) {
      const mine = places.filter((place) => place[0] === code && place[1] === clause);
      expect(mine.map(([, , line]) => line)).toContainEqual(expect.stringContaining(at));
    }
    for (const { message, messageZh } of found) {
      expect(message).toMatch(/[a-z]/i);
      expect(messageZh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('has a test for every code', () => {
    const tested = new Set(ROWS.flatMap(({ finds }) => finds.map(([code]) => code)));
    tested.add('LINT_YAML'); // yaml-tree.spec.ts
    expect([...tested].sort()).toEqual(Object.keys(LINT_CODES).sort());
  });
});
