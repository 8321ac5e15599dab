import { describe, expect, it } from '@jest/globals';
import { backOffMs, retryAfterMs } from './back-off.js';

describe('backOffMs', () => {
  it.each([
    [1, 0, 125],
    [1, 1, 250],
    [2, 0, 250],
    [3, 0.5, 750],
    [6, 1, 8000],
    [60, 1, 8000],
  ])('after try %i with chance %d waits %i ms', (attempt, chance, ms) => {
    expect(backOffMs(attempt, () => chance)).toBe(ms);
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-03-11T01:00:00Z');
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['0', 0],
    ['120', 120_000],
    ['Wed, 11 Mar 2026 01:00:30 GMT', 30_000],
    ['Wed, 11 Mar 2026 00:00:00 GMT', 0],
    ['99999999999999', null],
  ])('reads %p as %p', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
