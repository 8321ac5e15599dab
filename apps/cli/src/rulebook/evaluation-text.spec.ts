import { describe, expect, it } from '@jest/globals';
import { contentHash, diffEvaluations, evaluateUnit, type Rulebook } from '@kaoji/domain';
import {
  type AppraiseeInput,
  type CaseInput,
  caseWith,
  markedWith,
  quotaWith,
  rulebookWith,
} from '@kaoji/domain/testing';
import { checkEvaluation } from './check-evaluation.js';
import { differenceText } from './difference-text.js';
import { evaluationText } from './evaluation-text.js';
import { personText } from './person-text.js';

const quota = quotaWith({
  cap: '0.4',
  raised: [
    { id: 'quota.raised', clause: '第十五条', when: { fact: 'year', op: 'ge', value: 2000 }, cap: '0.5' },
  ],
});
const rulebook = rulebookWith({ quota });
const people: AppraiseeInput[] = ['97.5', '95', '92', '80'].map((mark, at) => markedWith(`p${at}`, mark));

function sideOf(book: Rulebook, appraisees = people, rest: Partial<CaseInput> = {}) {
  const unitCase = caseWith(appraisees, rest);
  const evaluation = evaluateUnit(book, unitCase, { hash: contentHash(book) });
  return { rulebook: book, unitCase, evaluation };
}
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

describe('evaluationText', () => {
  const text = evaluationText(sideOf(rulebook).evaluation, rulebook, 'en');

  it('gives each person a row: score, provisional and final grade, and what decided', () => {
    const row = text.split('\n').find((line) => line.includes('│ p2 '));
    expect(row?.split('│').map((cell) => cell.trim())).toEqual([
      '',
      'p2',
      'graded',
      '92',
      '92',
      'excellent → competent',
      expect.stringMatching(/^quota .*\(/),
      '',
      '',
    ]);
  });

  it('says how the seats follow from base and cap, and that the cap was raised by which clause', () => {
    expect(linesOf(text)).toContainEqual(
      expect.stringMatching(
        /^Quota: .* 4 × 50% = 2 → 2 \(rounded down\) raised by 第十五条 \(quota\.raised\)$/,
      ),
    );
  });

  it('names who stood on the line, on which side, and why', () => {
    const onLine = linesOf(text).filter((line) => line.startsWith('On the line'));
    expect(onLine).toEqual([
      expect.stringMatching(/^On the line #2\/2 p1 in \[composite\]: .*decided by composite/),
      expect.stringMatching(/^On the line #3\/2 p2 out \[composite\]: .*decided by composite/),
    ]);
  });

  it('shows a unit in which nobody is appraised', () => {
    const empty = sideOf(rulebook, [], { units: [{ id: 'u1' }] });
    expect(evaluationText(empty.evaluation, rulebook, 'zh')).toContain('单位 u1：0 人');
  });

  it('keeps columns straight with Chinese titles', () => {
    const zh = evaluationText(sideOf(rulebook).evaluation, rulebook, 'zh');
    const width = (line: string): number =>
      [...line].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
    const widths = zh
      .split('\n')
      .filter((line) => /^[┌├└│]/.test(line))
      .map(width);
    expect(new Set(widths).size).toBe(1);
  });
});

describe('personText', () => {
  it('shows the whole derivation, and every step of it recomputes', () => {
    const side = sideOf(rulebook);
    const person = side.evaluation.people[2]!;
    const text = personText(person, rulebook, 'en');
    expect(text).toMatch(/^p2 \(u1\): competent — quota /);
    expect(text).toMatch(/composite score = 92/);
    expect(checkEvaluation(rulebook, side.unitCase, side.evaluation)).toMatchObject({
      failures: 0,
      failed: [],
    });
  });
});

describe('checkEvaluation', () => {
  it('counts a person whose derivation was tampered with, and names the step', () => {
    const side = sideOf(rulebook);
    const [first, ...others] = side.evaluation.people;
    const forged = { ...first!, derivation: { ...first!.derivation!, value: 'incompetent' } };
    const checked = checkEvaluation(rulebook, side.unitCase, {
      ...side.evaluation,
      people: [forged, ...others],
    });
    expect(checked.failures).toBe(1);
    expect(checked.failed).toEqual([
      expect.objectContaining({ person: 'p0', expected: 'excellent', found: 'incompetent' }),
    ]);
  });
});

describe('differenceText', () => {
  const a = sideOf(rulebook);
  const textOf = (book: Rulebook): string => {
    const b = sideOf(book);
    return differenceText(diffEvaluations(a.evaluation, b.evaluation), a, b, 'en');
  };

  it('says nobody, where nobody is graded differently', () => {
    expect(textOf(rulebook)).toContain('graded differently: 0 of 4');
  });

  it('gives both results with clause and reason, and how the seats moved', () => {
    const lines = linesOf(textOf(rulebookWith({ quota: { ...quota, raised: [] } })));
    expect(lines).toContain('p1 (u1): excellent → competent');
    expect(lines).toContainEqual(expect.stringMatching(/^A: excellent — band /));
    expect(lines).toContainEqual(expect.stringMatching(/^B: competent — quota .*ranked 2 for 1 seats/));
    expect(lines).toContain('Quota u1 seats: A 2 → B 1');
    expect(lines.at(-1)).toBe('graded differently: 1 of 4');
  });
});
