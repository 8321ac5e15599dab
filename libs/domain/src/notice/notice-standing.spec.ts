import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noticeStanding, type NoticeStanding, type ObjectionStanding } from './notice-standing.js';

const END = 1_000;
const verdicts = (...given: ObjectionStanding['verdict'][]) => given.map((verdict) => ({ verdict }));

describe('noticeStanding', () => {
  it.each<{ rule: string; now: number; given: readonly ObjectionStanding[]; expected: NoticeStanding }>([
    { rule: 'runs until its end', now: 999, given: [], expected: { state: 'running', leftMs: 1 } },
    { rule: 'is final at its end when nobody objected', now: END, given: [], expected: { state: 'final' } },
    {
      rule: 'runs on whatever was answered before its end',
      now: 400,
      given: verdicts('upheld', 'dismissed'),
      expected: { state: 'running', leftMs: 600 },
    },
    {
      rule: 'waits for every answer',
      now: 5_000,
      given: verdicts('open', 'dismissed', 'open'),
      expected: { state: 'answering', open: 2 },
    },
    {
      rule: 'waits for the others even when one is upheld already',
      now: END,
      given: verdicts('upheld', 'open'),
      expected: { state: 'answering', open: 1 },
    },
    {
      rule: 'is re-opened by one upheld among many',
      now: END,
      given: verdicts('dismissed', 'upheld'),
      expected: { state: 'reopened' },
    },
    {
      rule: 'is final when all were dismissed',
      now: END,
      given: verdicts('dismissed'),
      expected: { state: 'final' },
    },
    {
      rule: 'runs on a clock that is none',
      now: NaN,
      given: [],
      expected: { state: 'running', leftMs: NaN },
    },
  ])('$rule', ({ now, given, expected }) => {
    expect(noticeStanding({ endsAt: END, now }, given)).toEqual(expected);
  });

  it('never leaves its period early, and never becomes final over an open objection', () => {
    const objections = fc.array(
      fc.record({
        verdict: fc.constantFrom('open', 'upheld', 'dismissed'),
      }) as fc.Arbitrary<ObjectionStanding>,
    );
    fc.assert(
      fc.property(fc.integer(), fc.integer(), objections, (endsAt, now, given) => {
        const { state } = noticeStanding({ endsAt, now }, given);
        expect(state === 'running').toBe(now < endsAt);
        const settled = state === 'final' || state === 'reopened';
        if (settled) expect(given.every(({ verdict }) => verdict !== 'open')).toBe(true);
        if (state === 'final') expect(given.every(({ verdict }) => verdict === 'dismissed')).toBe(true);
      }),
    );
  });
});
