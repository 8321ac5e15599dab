import { describe, expect, it } from '@jest/globals';
import type { CycleUnitState } from '../../ports/records.js';
import { refuseUnlessCollecting } from './collection-window.js';

type Case = {
  readonly rule: string;
  readonly state: CycleUnitState;
  readonly now: number;
  readonly closesAt: number | null;
  readonly expected: string;
};
const cases: readonly Case[] = [
  {
    rule: 'before it opens, nothing is taken',
    state: 'planned',
    now: 1,
    closesAt: null,
    expected: 'COLLECTION_NOT_OPEN',
  },
  { rule: 'while it is open, everything is', state: 'collecting', now: 99, closesAt: 100, expected: 'taken' },
  {
    rule: 'the closing millisecond still counts',
    state: 'collecting',
    now: 100,
    closesAt: 100,
    expected: 'taken',
  },
  {
    rule: 'after closing, nothing is',
    state: 'collecting',
    now: 101,
    closesAt: 100,
    expected: 'COLLECTION_CLOSED',
  },
  {
    rule: 'a returned list has no closing time',
    state: 'collecting',
    now: 500,
    closesAt: null,
    expected: 'taken',
  },
  {
    rule: 'a composed list is closed',
    state: 'composed',
    now: 50,
    closesAt: 100,
    expected: 'COLLECTION_CLOSED',
  },
  { rule: 'so is a notified one', state: 'notified', now: 50, closesAt: null, expected: 'COLLECTION_CLOSED' },
];

describe('refuseUnlessCollecting', () => {
  it.each(cases)('$rule', ({ state, now, closesAt, expected }) => {
    const ask = () => {
      refuseUnlessCollecting({ state, collectionClosesAt: closesAt }, now);
      return 'taken';
    };
    if (expected === 'taken') expect(ask()).toBe('taken');
    else expect(ask).toThrow(expect.objectContaining({ code: expected }));
  });
});
