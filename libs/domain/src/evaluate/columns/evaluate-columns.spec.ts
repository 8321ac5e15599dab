import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededCase, seededRulebook } from '../../testing.js';
import { evaluateUnit } from '../evaluate-unit.js';
import { columnsOf } from './columns-of.js';
import { evaluateColumns } from './evaluate-columns.js';
import { compileScoring } from './scoring-plan.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function bothWays(seed: number, safeLimit?: number) {
  const rulebook = seededRulebook(seed);
  const unitCase = seededCase(seed, rulebook, 20);
  const compiled = compileScoring(rulebook);
  const columns = columnsOf(compiled, unitCase);
  const fast = evaluateColumns(compiled, columns, safeLimit === undefined ? {} : { safeLimit });
  const slow = evaluateUnit(rulebook, unitCase, { derivations: false });
  const people = columns.ids.map((id, person) => ({
    id,
    status: fast.statusOf(person),
    provisional: fast.provisionalOf(person),
    grade: fast.gradeOf(person),
    composite: fast.compositeOf(person),
    dimensions: Object.fromEntries(
      rulebook.dimensions.map((dimension, at) => [dimension.id, fast.dimensionOf(person, at)]),
    ),
    line: fast.lines.get(id) ?? null,
  }));
  const expected = slow.people.map(({ id, provisional, final, composite, dimensions, line }) => ({
    id,
    status: final.status,
    provisional: provisional.grade,
    grade: final.grade,
    composite,
    dimensions,
    line,
  }));
  return { fast: { people, quota: fast.quota }, slow: { people: expected, quota: slow.quota } };
}

describe('evaluateColumns', () => {
  it('gives exactly the grades, scores, seats and reasons of evaluateUnit', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { fast, slow } = bothWays(seed);
        expect(fast).toEqual(slow);
      }),
      { numRuns: 80 },
    );
  });

  it.each([1, 1_000, 100_000, 10_000_000])(
    'gives the same when numbers above %i are taken up in rationals',
    (limit) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { fast, slow } = bothWays(seed, limit);
          expect(fast).toEqual(slow);
        }),
        { numRuns: 25 },
      );
    },
  );
});
