import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { editRulebook, type Edit } from '../testing/edit-rulebook.js';
import { nationalText } from '../testing/national-rulebook.js';
import type { Finding } from './finding.js';
import { lintRulebook } from './lint/lint-rulebook.js';
import { parseRulebook } from './parse-rulebook.js';

const NATIONAL = nationalText();

function refusalOf(text: string): { code: string; findings: readonly Finding[] } {
  try {
    parseRulebook(text);
  } catch (error) {
    if (error instanceof Refusal)
      return { code: error.code, findings: error.details['findings'] as Finding[] };
    throw error;
  }
  throw new Error('not refused');
}

describe('parseRulebook', () => {
  it('takes decimals by their digits and fills in defaults', () => {
    const { rulebook } = parseRulebook(NATIONAL);
    expect(rulebook.quota.cap).toBe('0.2');
    expect(rulebook.survey?.minOrdinaryShare).toBe('0.7');
    expect(rulebook.vetoes.find(({ id }) => id === 'veto.satisfaction_floor')?.when).toMatchObject({
      value: '0.6',
    });
    expect(rulebook.quota.baseCounts).toEqual(['graded', 'comment_only', 'ungraded', 'held']);
  });

  it('says where each rule stands', () => {
    const { positions } = parseRulebook(NATIONAL);
    const line = positions.get('quota.cap') ?? 0;
    expect(NATIONAL.split('\n')[line - 1]).toContain('cap: 0.2');
  });

  const faults: readonly (readonly [rule: string, text: string, code: string, line: string])[] = [
    ['an unknown key', editRulebook(NATIONAL, [['quota.limit', 3]]), 'LINT_UNKNOWN_KEY', 'limit: 3'],
    ['a wrong type', editRulebook(NATIONAL, [['quota.grades', 3]]), 'LINT_TYPE', 'grades: 3'],
    ['a duplicate key', `${NATIONAL}\nquota: {}\n`, 'LINT_YAML', 'quota: {}'],
    [
      'a decimal with an exponent',
      NATIONAL.replace(/cap: 0\.20?\n/, 'cap: 2e-1\n'),
      'LINT_VALUE',
      'cap: 2e-1',
    ],
    [
      'a misspelt operator',
      editRulebook(NATIONAL, [['vetoes[veto.article_14].when.op', 'is']]),
      'LINT_VALUE',
      'op: is',
    ],
  ];
  it.each(faults)('refuses %s with its line', (_rule, text, code, at) => {
    const { code: refused, findings } = refusalOf(text);
    expect(refused).toBe('RULEBOOK_INVALID');
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(text.split('\n')[(findings[0]?.line ?? 0) - 1]).toContain(at);
  });

  it.each([[''], ['[]'], ['null'], ['just words'], ['format: kaoji-rulebook/1']])('refuses %j', (text) => {
    expect(refusalOf(text).code).toBe('RULEBOOK_INVALID');
  });

  it('shows the other findings beside unknown keys and unstated choices', () => {
    const edits: Edit[] = [
      ['quota.rounding', undefined],
      ['quota.limit', 3],
      ['bands[band.competent].from', 75],
      ['process.consultation.required', false],
      ['process.notice.workingDays', 3],
    ];
    const { findings, rulebook, hash } = lintRulebook(editRulebook(NATIONAL, edits));
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'LINT_BOUNDARY_UNSTATED',
      'LINT_CONSULTATION',
      'LINT_NOTICE_TOO_SHORT',
      'LINT_ROUNDING_UNSTATED',
      'LINT_UNKNOWN_KEY',
    ]);
    expect([rulebook, hash]).toEqual([null, null]);
  });
});

describe('lintRulebook', () => {
  it('never throws on any data in the shape of a rulebook', () => {
    const keys = [...new Set(NATIONAL.match(/^[a-zA-Z]+(?=:)/gm) ?? [])];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const text = NATIONAL.replace(
          new RegExp(`^${key}:`, 'm'),
          `${key}: ${JSON.stringify(value)}\nwas_${key}:`,
        );
        expect(lintRulebook(text).findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  it('never throws on any piece of the file', () => {
    fc.assert(
      fc.property(fc.nat(NATIONAL.length), fc.nat(3000), (from, length) => {
        expect(
          lintRulebook(NATIONAL.slice(0, from) + NATIONAL.slice(from + length + 1)).findings,
        ).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });
});
