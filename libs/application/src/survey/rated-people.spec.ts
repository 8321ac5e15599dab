import { describe, expect, it } from '@jest/globals';
import { isRated } from './rated-people.js';

describe('isRated', () => {
  it.each([
    ['planned', null, true],
    ['open', 'graded', true],
    ['open', 'comment_only', true],
    ['open', 'ungraded', false],
    ['open', 'held', true],
    ['held', 'held', true],
    ['left', 'graded', false],
  ] as const)('an appraisal %s and %s: %s', (status, eligibility, rated) => {
    expect(isRated({ status, eligibility })).toBe(rated);
  });
});
