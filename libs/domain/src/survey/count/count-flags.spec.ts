import { describe, expect, it } from '@jest/globals';
import { countFlags, type PaceCount } from './count-flags.js';

const none = { of: 0, straight: 0 };
const hour = (bucket: string, count: number, day = '2026-03-02'): PaceCount => ({ day, bucket, count });

describe('countFlags', () => {
  it.each([
    [100, 49, false],
    [100, 50, true],
    [12, 9, false], // too few to say
    [12, 10, true],
  ])('of %i ballots %i with the same answer everywhere: raised %p', (of, straight, raised) => {
    expect(countFlags({ of, straight }, []).straightLining).toEqual({ of, count: straight, raised });
  });

  it.each([
    [5, 45, true],
    [4, 10, false],
    [9, 91, false],
  ])('%i answers within 15 seconds beside %i slower ones: raised %p', (fast, slow, raised) => {
    const pace = [hour('under_15s', fast), hour('over_60s', slow), hour('unknown', 500)];
    expect(countFlags(none, pace).speeding).toEqual({ of: fast + slow, count: fast, raised });
  });

  it('names an hour with more than four times the mean of the others', () => {
    const pace = [
      hour('h09', 6),
      hour('h10', 5),
      hour('h11', 5),
      hour('h19', 22),
      hour('h20', 4, '2026-03-03'),
    ];
    expect(countFlags(none, pace).bursts).toEqual([{ day: '2026-03-02', hour: 19, count: 22 }]);
    expect(countFlags(none, pace.with(3, hour('h19', 20))).bursts).toEqual([]);
  });

  it('adds up what was written for the same hour, and does not judge an hour among fewer than three others', () => {
    const few = [hour('h09', 2), hour('h10', 2)];
    const twice = [hour('h19', 15), hour('h19', 15)];
    expect(countFlags(none, [...few, ...twice]).bursts).toEqual([]);
    expect(countFlags(none, [...few, hour('h11', 2), ...twice]).bursts).toEqual([
      { day: '2026-03-02', hour: 19, count: 30 },
    ]);
  });
});
