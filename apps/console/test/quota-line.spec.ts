import { describe, expect, it } from '@jest/globals';
import { gradeCounts } from '../src/features/calibration/grade-counts.js';
import { SHOWN, tableRows, type Shown } from '../src/features/calibration/quota-line.js';

const decided = (grade: string) => ({ status: 'graded' as const, grade });
const person = (appraisalId: string, place: number, before: string, after: string, near = false) => ({
  ...{ appraisalId, place, line: near ? {} : null, needsPeople: [] as string[] },
  ...{ provisional: decided(before), final: decided(after) },
});
const PEOPLE = [
  person('c', 3, 'good', 'good'),
  { ...person('b', 2, 'best', 'good', true), needsPeople: ['survey_near_line'] },
  person('a', 1, 'best', 'best', true),
];
const rows = (shown: Shown, seats = 1, awarded = ['a']): readonly string[] =>
  tableRows({ people: PEOPLE, sheet: { seats, awarded }, changes: [{ appraisalId: 'c' }] }, shown).map(
    (row) => (row.kind === 'line' ? '——' : row.person.appraisalId),
  );

describe('the calibration table', () => {
  it('stands by place, with the line under the last seat', () => {
    expect(rows('all')).toEqual(['a', '——', 'b', 'c']);
  });

  it('has no line where nobody has a seat, or nobody lacks one', () => {
    expect(rows('all', 0, [])).toEqual(['a', 'b', 'c']);
    expect(rows('all', 3, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('can be narrowed, and keeps the line between those who are left', () => {
    expect(SHOWN.map((shown) => rows(shown))).toEqual([
      ['a', '——', 'b', 'c'],
      ['a', '——', 'b'],
      ['b', 'c'],
      ['b'],
    ]);
  });

  it('counts each grade before and after the quota', () => {
    expect(gradeCounts(PEOPLE, ({ grade }) => grade ?? '—')).toEqual([
      { word: 'best', before: 2, after: 1 },
      { word: 'good', before: 1, after: 2 },
    ]);
  });
});
