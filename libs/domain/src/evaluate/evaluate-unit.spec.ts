import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diceOf, seededCase, seededRulebook } from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function shuffled<T>(seed: number, items: readonly T[]): T[] {
  const dice = diceOf(seed);
  return items
    .map((item) => ({ item, key: dice.below(2 ** 30) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('evaluateUnit', () => {
  it('gives the same result for any order of people, marks, facts and units', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rulebook = seededRulebook(seed);
        const unitCase = seededCase(seed, rulebook);
        const other = {
          ...unitCase,
          units: shuffled(seed, unitCase.units),
          appraisees: shuffled(seed + 1, unitCase.appraisees).map((person) => ({
            ...person,
            marks: shuffled(seed + 2, person.marks),
            adjustments: shuffled(seed + 3, person.adjustments),
            routine: shuffled(seed + 4, person.routine),
          })),
        };
        const one = evaluateUnit(rulebook, unitCase);
        const two = evaluateUnit(rulebook, other);
        const sorted = <T extends { id: string }>(people: readonly T[]) =>
          [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
        const results = (people: typeof one.people) =>
          sorted(people).map(({ flags: _flags, derivation: _derivation, ...rest }) => rest);
        expect(results(two.people)).toEqual(results(one.people));
        expect(two.people.map(({ id }) => id)).toEqual(other.appraisees.map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
  });

  it('never gives a unit more seats than its sheet says, and every number is between 0 and 100', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rulebook = seededRulebook(seed);
        const { people, quota } = evaluateUnit(rulebook, seededCase(seed, rulebook), { derivations: false });
        for (const sheet of quota) {
          const seated = people.filter(
            ({ id, unit, final }) =>
              unit === sheet.unit &&
              sheet.awarded.includes(id) &&
              rulebook.quota.grades.includes(final.grade ?? ''),
          );
          expect(seated.length).toBe(sheet.awarded.length);
          expect(sheet.awarded.length).toBeLessThanOrEqual(sheet.seats);
        }
        for (const { composite, derivation } of people) {
          expect(derivation).toBeUndefined();
          const [n = 0, d = 1] = (composite ?? '0').split('/').map(Number);
          expect(n / d).toBeGreaterThanOrEqual(0);
          expect(n / d).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('writes the rulebook’s identity and the quota sheets of every unit', () => {
    const rulebook = seededRulebook(1);
    const unitCase = seededCase(1, rulebook);
    const evaluation = evaluateUnit(rulebook, unitCase);
    expect(evaluation.rulebook).toMatchObject({
      id: 'test',
      version: '1',
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(evaluation.quota.map(({ unit }) => unit)).toEqual(unitCase.units.map(({ id }) => id));
    expect(evaluateUnit(rulebook, unitCase, { hash: 'sha256:known' }).rulebook.hash).toBe('sha256:known');
  });
});
