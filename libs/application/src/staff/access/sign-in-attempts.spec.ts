import { describe, expect, it } from '@jest/globals';
import { createSignInAttempts, pauseAfter } from './sign-in-attempts.js';

describe('pauseAfter', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1000],
    [6, 2000],
    [10, 32_000],
    [40, 900_000],
  ])('after %i failures pauses %i ms', (failures, pause) => {
    expect(pauseAfter(failures)).toBe(pause);
  });
});

describe('createSignInAttempts', () => {
  it('pauses one name and no other, until the pause is over', () => {
    const attempts = createSignInAttempts();
    for (let count = 0; count < 5; count += 1) attempts.failed('li', 1000);
    expect(attempts.waitFor('li', 1400)).toBe(600);
    expect(attempts.waitFor('wang', 1400)).toBe(0);
    expect(attempts.waitFor('li', 2000)).toBe(0);
  });

  it('starts anew after a success', () => {
    const attempts = createSignInAttempts();
    for (let count = 0; count < 9; count += 1) attempts.failed('li', 0);
    attempts.succeeded('li');
    attempts.failed('li', 0);
    expect(attempts.waitFor('li', 0)).toBe(0);
  });
});
