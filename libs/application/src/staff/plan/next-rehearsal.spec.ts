import { describe, expect, it } from '@jest/globals';
import { nextRehearsal } from './next-rehearsal.js';

describe('nextRehearsal', () => {
  it.each([
    { runs: [], next: 'rehearsal-1' },
    { runs: ['live'], next: 'rehearsal-1' },
    { runs: ['rehearsal-2', 'live', 'rehearsal-10'], next: 'rehearsal-11' },
  ])('after $runs comes $next', ({ runs, next }) => {
    expect(nextRehearsal(runs)).toBe(next);
  });
});
