import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createWaitingLine } from './waiting-line.js';

describe('createWaitingLine', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('lets everybody leave after the wait, in the order they came, and then runs no clock', () => {
    const left: string[] = [];
    const line = createWaitingLine({ waitMs: 500, most: 10 });
    line.join(() => left.push('first'));
    jest.advanceTimersByTime(120);
    line.join(() => left.push('second'));
    jest.advanceTimersByTime(379);
    expect(left).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(left).toEqual(['first']);
    jest.advanceTimersByTime(120);
    expect(left).toEqual(['first', 'second']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps nobody waiting beyond its size: who comes then leaves at once', () => {
    const left: number[] = [];
    const line = createWaitingLine({ waitMs: 500, most: 2 });
    for (const nth of [1, 2, 3]) line.join(() => left.push(nth));
    expect(left).toEqual([3]);
    jest.advanceTimersByTime(500);
    line.join(() => left.push(4));
    expect(left).toEqual([3, 1, 2]);
  });

  it('is no line without a wait', () => {
    let left = false;
    createWaitingLine({ waitMs: 0, most: 2 }).join(() => (left = true));
    expect([left, jest.getTimerCount()]).toEqual([true, 0]);
  });
});
