import { describe, expect, it } from '@jest/globals';
import { compareRoot } from '../src/features/notices/kept-root.js';

const heads = [
  { size: 20, root: 'sha256:aa' },
  { size: 41, root: 'sha256:bb' },
];

describe('a root that somebody kept', () => {
  it.each([
    ['is the same as the one shown, however it was spaced', 20, ' sha256 :aa\n', 'same'],
    ['differs at the same size: the record was changed', 20, 'sha256:bb', 'other'],
    ['is of a size that was never shown', 21, 'sha256:aa', 'too_old'],
    ['is of more records than there are', 42, 'sha256:bb', 'not_yet'],
  ] as const)('%s', (_what, size, root, expected) => {
    expect(compareRoot(heads, { size, root })).toBe(expected);
  });

  it('is of the future while nothing is signed', () => {
    expect(compareRoot([], { size: 1, root: 'sha256:aa' })).toBe('not_yet');
  });
});
