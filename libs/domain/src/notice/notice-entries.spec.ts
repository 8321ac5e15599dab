import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entriesToShow, type EarlierNotice, type NoticeEntries } from './notice-entries.js';

const GRADES = ['excellent'];
const shown = (...ids: string[]) => ids.map((appraisalId) => ({ appraisalId, grade: 'excellent' }));
const list = (grades: Readonly<Record<string, string | null>>) =>
  Object.entries(grades).map(([id, grade]) => ({ id, grade }));
const after = (entries: readonly string[], standing: readonly string[] = []): EarlierNotice => ({
  entries: shown(...entries),
  standing: shown(...standing),
});

describe('entriesToShow', () => {
  it.each<{
    rule: string;
    people: Readonly<Record<string, string | null>>;
    previous: EarlierNotice | null;
    expected: NoticeEntries;
  }>([
    {
      rule: 'shows everybody proposed for a grade of the notice, and nobody else',
      people: { a: 'excellent', b: 'competent', c: null },
      previous: null,
      expected: { entries: shown('a'), standing: [] },
    },
    {
      rule: 'shows nobody again who was shown and is unchanged',
      people: { a: 'excellent', b: 'excellent' },
      previous: after(['a']),
      expected: { entries: shown('b'), standing: shown('a') },
    },
    {
      rule: 'remembers over more than one round who was shown',
      people: { a: 'excellent', b: 'excellent' },
      previous: after(['b'], ['a']),
      expected: { entries: [], standing: shown('a', 'b') },
    },
    {
      rule: 'shows somebody again who was proposed for another grade in between',
      people: { a: 'excellent' },
      previous: after(['b']),
      expected: { entries: shown('a'), standing: [] },
    },
    {
      rule: 'shows somebody again who is proposed for another grade of the notice now',
      people: { a: 'excellent' },
      previous: { entries: [{ appraisalId: 'a', grade: 'fairly' }], standing: [] },
      expected: { entries: shown('a'), standing: [] },
    },
  ])('$rule', ({ people, previous, expected }) => {
    expect(entriesToShow(list(people), GRADES, previous)).toEqual(expected);
  });

  it('leaves nobody on a final list who was not shown with exactly that grade since it last changed', () => {
    const round = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('excellent', 'fairly', 'competent'),
    );
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 6 }), (rounds) => {
        const notices: NoticeEntries[] = [];
        for (const grades of rounds) {
          notices.push(entriesToShow(list(grades), ['excellent', 'fairly'], notices.at(-1) ?? null));
        }
        for (const [id, grade] of Object.entries(rounds.at(-1) ?? {})) {
          if (grade === 'competent') continue;
          const changed = rounds.findLastIndex((one) => one[id] !== grade);
          const shownSince = notices
            .slice(changed + 1)
            .filter(({ entries }) => entries.some((one) => one.appraisalId === id && one.grade === grade));
          expect(shownSince).toHaveLength(1);
        }
      }),
    );
  });
});
