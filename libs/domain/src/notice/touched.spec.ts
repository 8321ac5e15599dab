import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resultChanges } from './notice-change.js';
import { touchedBy, type Touch } from './touched.js';

const LISTED = ['a', 'b', 'c', 'd'];
const LINE = { awarded: ['b', 'a'], displaced: ['c'] };
const evidence = (...appraisals: string[]): Touch => ({ kind: 'evidence', appraisals });

describe('touchedBy', () => {
  it.each<{ rule: string; touch: Touch; expected: readonly string[] }>([
    { rule: 'the one who is named', touch: evidence('c'), expected: ['c'] },
    { rule: 'each who is named, once', touch: evidence('d', 'a', 'd'), expected: ['a', 'd'] },
    {
      rule: 'the candidates on both sides of the line',
      touch: { kind: 'quota_line' },
      expected: ['a', 'b', 'c'],
    },
  ])('re-opens $rule, and nobody else', ({ touch, expected }) => {
    expect(touchedBy(touch, LINE, LISTED)).toEqual(expected);
  });

  it('leaves out whoever stood at the line and has left', () => {
    expect(touchedBy({ kind: 'quota_line' }, LINE, ['a', 'c'])).toEqual(['a', 'c']);
  });

  it.each<{ rule: string; touch: Touch; line?: typeof LINE }>([
    { rule: 'somebody who is not on the list', touch: evidence('a', 'z') },
    { rule: 'nobody', touch: evidence() },
    { rule: 'a line nobody stands at', touch: { kind: 'quota_line' }, line: { awarded: [], displaced: [] } },
  ])('refuses $rule with TOUCHED_UNKNOWN', ({ touch, line = LINE }) => {
    expect(() => touchedBy(touch, line, LISTED)).toThrow(
      expect.objectContaining({ code: 'TOUCHED_UNKNOWN' }),
    );
  });
});

describe('resultChanges', () => {
  const result = (id: string, grade: string | null, composite: string | null = '90') => ({
    id,
    grade,
    composite,
  });

  it('keeps before and after of whoever was re-opened, even where nothing changed, and of whoever moved with the line', () => {
    const before = [result('a', 'excellent'), result('b', 'competent'), result('c', 'competent')];
    const after = [result('a', 'competent', '80'), result('b', 'excellent'), result('c', 'competent')];
    expect(resultChanges(before, after, ['a', 'c'])).toEqual([
      {
        ...{ appraisalId: 'a', cause: 'reopened' },
        ...{
          before: { grade: 'excellent', composite: '90' },
          after: { grade: 'competent', composite: '80' },
        },
      },
      {
        ...{ appraisalId: 'b', cause: 'line' },
        ...{
          before: { grade: 'competent', composite: '90' },
          after: { grade: 'excellent', composite: '90' },
        },
      },
      {
        ...{ appraisalId: 'c', cause: 'reopened' },
        ...{
          before: { grade: 'competent', composite: '90' },
          after: { grade: 'competent', composite: '90' },
        },
      },
    ]);
  });

  it('says of whoever left in between that there is no after', () => {
    expect(resultChanges([result('a', null)], [], [])).toEqual([
      { appraisalId: 'a', before: { grade: null, composite: '90' }, after: null, cause: 'line' },
    ]);
  });

  it('names everybody who differs, and of the others only those who were re-opened', () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...LISTED),
        grade: fc.constantFrom('excellent', 'competent', null),
        composite: fc.constantFrom('80', '90', null),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(people, people, fc.subarray(LISTED), (before, after, reopened) => {
        const changes = resultChanges(before, after, reopened);
        for (const id of LISTED) {
          const [was, is] = [before, after].map((round) => round.find((one) => one.id === id));
          const present = was !== undefined || is !== undefined;
          const differs = was?.grade !== is?.grade || was?.composite !== is?.composite;
          const named = changes.some((change) => change.appraisalId === id);
          expect(named).toBe(present && (differs || reopened.includes(id)));
        }
      }),
    );
  });
});
