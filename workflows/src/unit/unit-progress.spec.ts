import { describe, expect, it } from '@jest/globals';
import type { DeliberateInput } from '@kaoji/temporal-contract';
import {
  beginRound,
  openingUnit,
  refuseCollecting,
  refuseDecision,
  refuseResubmission,
  type UnitProgress,
} from './unit-progress.js';

const decision = (change: Partial<DeliberateInput> = {}): DeliberateInput => ({
  round: 2,
  verdict: 'approve',
  by: 'supervisor',
  listHash: 'list-2',
  ...change,
});
const unit = (change: Partial<UnitProgress> = {}): UnitProgress => ({
  ...openingUnit(),
  stage: 'deliberating',
  round: 2,
  listHash: 'list-2',
  ...change,
});

describe('refuseDecision', () => {
  it.each<{ rule: string; progress: UnitProgress; input: DeliberateInput; expected: string | null }>([
    { rule: 'takes a decision on this very list', progress: unit(), input: decision(), expected: null },
    {
      rule: 'refuses one on an earlier round',
      progress: unit(),
      input: decision({ round: 1 }),
      expected: 'ROUND_STALE',
    },
    {
      rule: 'refuses one on a round still to come',
      progress: unit(),
      input: decision({ round: 3 }),
      expected: 'STAGE_NOT_OPEN',
    },
    {
      rule: 'refuses one on another list of this round',
      progress: unit(),
      input: decision({ listHash: 'other' }),
      expected: 'LIST_CHANGED',
    },
    {
      rule: 'refuses a second one',
      progress: unit({ decision: decision({ verdict: 'return' }) }),
      input: decision(),
      expected: 'ALREADY_DECIDED',
    },
    {
      rule: 'refuses one before the list is composed',
      progress: unit({ stage: 'composing' }),
      input: decision(),
      expected: 'STAGE_NOT_OPEN',
    },
  ])('$rule', ({ progress, input, expected }) => {
    expect(refuseDecision(progress, input)).toBe(expected);
  });
});

describe('refuseResubmission', () => {
  it.each<{ rule: string; progress: UnitProgress; round: number; expected: string | null }>([
    {
      rule: 'takes the round that was returned',
      progress: unit({ stage: 'returned' }),
      round: 2,
      expected: null,
    },
    {
      rule: 'refuses an earlier round',
      progress: unit({ stage: 'returned' }),
      round: 1,
      expected: 'ROUND_STALE',
    },
    { rule: 'refuses before a return', progress: unit(), round: 2, expected: 'STAGE_NOT_OPEN' },
    {
      rule: 'refuses a second time',
      progress: unit({ stage: 'returned', resubmitted: true }),
      round: 2,
      expected: 'STAGE_NOT_OPEN',
    },
  ])('$rule', ({ progress, round, expected }) => {
    expect(refuseResubmission(progress, { round, by: 'hr' })).toBe(expected);
  });
});

describe('refuseCollecting', () => {
  it('takes what belongs to the collection from the opening until it closes, and not after', () => {
    const open = (['opening', 'collecting'] as const).map((stage) => refuseCollecting(unit({ stage })));
    expect(open).toEqual([null, null]);
    expect(refuseCollecting(unit({ stage: 'collecting', collectionClosed: true }))).toBe('STAGE_NOT_OPEN');
    expect(refuseCollecting(unit())).toBe('STAGE_NOT_OPEN');
  });
});

describe('beginRound', () => {
  it('forgets the list, the decision and the resubmission of the round before', () => {
    const progress = unit({ stage: 'returned', decision: decision(), resubmitted: true });
    beginRound(progress);
    expect(progress).toMatchObject({
      round: 3,
      stage: 'composing',
      listHash: null,
      decision: null,
      resubmitted: false,
    });
  });
});
