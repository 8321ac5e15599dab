import { describe, expect, it } from '@jest/globals';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  partWith,
  raterWith,
  rulebookWith,
  type AppraiseeInput,
  type DimensionInput,
  type PartInput,
  type RaterInput,
  type RulebookInput,
} from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

function evaluated(overrides: Partial<RulebookInput>, ...people: AppraiseeInput[]) {
  return evaluateUnit(rulebookWith(overrides), caseWith(people)).people;
}

function onePart(part: Partial<PartInput>, dimension: Partial<DimensionInput> = {}): Partial<RulebookInput> {
  return { dimensions: [dimensionWith('work', '100', [partWith('p', '100', part)], dimension)] };
}

function markedBy(...raters: RaterInput[]): Partial<PartInput> {
  return { source: { kind: 'marks', max: '100', raters } };
}

describe('ballots: all a rater gave in one role and part', () => {
  const ballot = { id: 'ballot', clause: 'F9' };
  const people = (...ballots: string[][]): AppraiseeInput[] =>
    (ballots[0] ?? []).map((_, person) =>
      appraiseeWith(`p${person}`, {
        marks: ballots.map((values, rater) => ({
          part: 'p',
          role: 'peer',
          rater: `r${rater}`,
          value: values[person] ?? '0',
        })),
      }),
    );

  it.each<[string, NonNullable<RaterInput['ballot']>, string[][], (string | null)[]]>([
    [
      'same marks for everyone',
      { ...ballot, voidWhenAllSame: true },
      [
        ['80', '80'],
        ['70', '60'],
      ],
      ['70', '60'],
    ],
    [
      'the maximum for everyone',
      { ...ballot, voidWhenAllMaximum: true },
      [
        ['100', '100'],
        ['70', '60'],
      ],
      ['70', '60'],
    ],
    [
      'high marks for too many people',
      { ...ballot, highMarks: { atLeast: '90', atMostPeople: 1 } },
      [
        ['90', '95'],
        ['90', '60'],
      ],
      ['90', '60'],
    ],
    [
      'low marks for too few people',
      { ...ballot, lowMarks: { below: '70', atLeastPeople: 1 } },
      [
        ['90', '70'],
        ['90', '60'],
      ],
      ['90', '60'],
    ],
  ])('are void with %s', (_, rule, ballots, composites) => {
    const results = evaluated(
      onePart(markedBy(raterWith('peer', '100', { ballot: rule }))),
      ...people(...ballots),
    );
    expect(results.map(({ composite }) => composite)).toEqual(composites);
    expect(results[0]?.flags.map(({ code }) => code)).toEqual(['BALLOT_VOID']);
  });

  it('are not void for one and the same mark when they are about one person only', () => {
    const rule = { ...ballot, voidWhenAllSame: true };
    const [person] = evaluated(
      onePart(markedBy(raterWith('peer', '100', { ballot: rule }))),
      ...people(['80']),
    );
    expect(person?.composite).toBe('80');
  });

  it('that are all void leave the role without marks', () => {
    const rule = { ...ballot, voidWhenAllSame: true };
    const raters = markedBy(raterWith('peer', '100', { ballot: rule, missing: 'to_people' }));
    expect(evaluated(onePart(raters), ...people(['80', '80']))[0]?.final.status).toBe('undecided');
  });
});
