import { describe, expect, it } from '@jest/globals';
import { checkObjection, type GivenObjection, type ObjectionProblem } from './check-objection.js';

const given = (change: Partial<GivenObjection> = {}): GivenObjection => ({
  ...{ about: '', text: '演示异议', name: '', contact: '' },
  ...change,
});

describe('checkObjection', () => {
  it.each<{
    rule: string;
    change: Partial<GivenObjection>;
    anonymous?: boolean;
    expected: readonly ObjectionProblem[];
  }>([
    { rule: 'takes one without a name where that may be', change: {}, expected: [] },
    { rule: 'takes one about somebody who is shown', change: { about: 'a' }, expected: [] },
    {
      rule: 'refuses one about somebody who is not shown',
      change: { about: 'z' },
      expected: [{ field: 'about', code: 'NOT_SHOWN' }],
    },
    {
      rule: 'refuses one that says nothing',
      change: { text: ' \n' },
      expected: [{ field: 'text', code: 'MISSING' }],
    },
    {
      rule: 'refuses one without a name where the rulebook wants one',
      change: { name: ' ' },
      anonymous: false,
      expected: [{ field: 'name', code: 'MISSING' }],
    },
    { rule: 'takes one with a name there', change: { name: '演示者' }, anonymous: false, expected: [] },
    { rule: 'counts a character outside the BMP as one', change: { text: '𠮷'.repeat(2000) }, expected: [] },
    {
      rule: 'refuses what is too long, field by field',
      change: { text: '演'.repeat(2001), name: '演'.repeat(51), contact: '1'.repeat(101) },
      expected: [
        { field: 'text', code: 'TOO_LONG' },
        { field: 'name', code: 'TOO_LONG' },
        { field: 'contact', code: 'TOO_LONG' },
      ],
    },
  ])('$rule', ({ change, anonymous = true, expected }) => {
    expect(checkObjection(given(change), { anonymous, shown: ['a'] })).toEqual(expected);
  });
});
