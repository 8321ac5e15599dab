import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../rulebook/content-hash.js';
import { caseWith, markedWith, quotaWith, rulebookWith, type RulebookInput } from '../testing.js';
import { diffEvaluations } from './diff-evaluations.js';
import { evaluateUnit } from './evaluate-unit.js';
import { whatIf, type Ruled } from './what-if.js';

const marks = ['95', '92', '80', '74', '50'];
const unitCase = caseWith(marks.map((mark, at) => markedWith(`p${at}`, mark)));
const ruled = (overrides: Partial<RulebookInput> = {}): Ruled => {
  const rulebook = rulebookWith(overrides);
  return { rulebook, hash: contentHash(rulebook) };
};
/** The default bands with the line between competent and basically competent elsewhere. */
const bandsWith = (line: string): Partial<RulebookInput> => ({
  bands: rulebookWith().bands.map((band) => ({
    ...band,
    from: band.grade === 'competent' ? { value: line, includes: true } : band.from,
    to: band.grade === 'basically_competent' ? { value: line, includes: false } : band.to,
  })),
});

describe('whatIf', () => {
  it('finds nobody under the same rulebook', () => {
    expect(whatIf(unitCase, 'u1', ruled(), ruled())).toMatchObject({
      ...{ graded: [], scored: 0, elsewhere: 0, quota: [], people: 5 },
    });
  });

  it('names who is graded otherwise with the step at which the two part, and counts every result', () => {
    const { graded, results } = whatIf(unitCase, 'u1', ruled(), ruled(bandsWith('70')));
    expect(graded.map(({ id, a, b }) => [id, a?.grade, b?.grade])).toEqual([
      ['p3', 'basically_competent', 'competent'],
    ]);
    expect(graded[0]?.step).not.toBeNull();
    expect(results).toEqual([
      { result: 'excellent', before: 1, after: 1 },
      { result: 'competent', before: 2, after: 3 },
      { result: 'basically_competent', before: 1, after: 0 },
      { result: 'incompetent', before: 1, after: 1 },
    ]);
  });

  it('says how the seats change when the share does', () => {
    const { quota } = whatIf(unitCase, 'u1', ruled(), ruled({ quota: quotaWith({ cap: '0.4' }) }));
    expect(quota).toContainEqual({ unit: 'u1', field: 'seats', a: '1', b: '2' });
  });

  it('lists the people of the unit alone, and counts those of other units', () => {
    const two = caseWith(
      marks.flatMap((mark, at) => [markedWith(`p${at}`, mark), markedWith(`q${at}`, mark, { unit: 'u2' })]),
      { units: [{ id: 'u1' }, { id: 'u2' }] },
    );
    expect(whatIf(two, 'u1', ruled(), ruled(bandsWith('70')))).toMatchObject({
      ...{ people: 5, elsewhere: 1, graded: [{ id: 'p3' }] },
    });
  });

  it('names exactly those whom two whole evaluations grade differently, wherever the line is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 89 }), (line) => {
        const [before, after] = [ruled(), ruled(bandsWith(String(line)))];
        const whole = diffEvaluations(
          evaluateUnit(before.rulebook, unitCase),
          evaluateUnit(after.rulebook, unitCase),
        );
        expect(whatIf(unitCase, 'u1', before, after).graded).toEqual(whole.graded);
      }),
    );
  });
});
