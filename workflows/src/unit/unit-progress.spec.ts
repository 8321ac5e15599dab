import { describe, expect, it } from '@jest/globals';
import type { ActInput } from '@kaoji/temporal-contract';
import { openList, takeAct, type ListApproval } from './approve-list.js';
import {
  beginRound,
  openingUnit,
  refuseCollecting,
  refuseResubmission,
  refuseUnitAct,
  type UnitProgress,
} from './unit-progress.js';

const act = (change: Partial<ActInput> = {}): ActInput => ({
  round: 2,
  listHash: 'list-2',
  act: { id: 'a1', verb: 'approve', step: 's', by: 'li', onBehalfOf: null, at: 1, reasonHash: null },
  clocks: { s: { remindAt: 1, escalateAt: 2 } },
  ...change,
});
const approval = (): ListApproval => {
  const step = { id: 's', many: { mode: 'one' }, seats: [{ holder: 'li', weight: 1 }], recused: [] } as const;
  const plan = {
    starter: null,
    steps: [{ ...step, superiors: [], returnTo: ['collection'], reasonFor: [], batch: true }],
  };
  return openList({ plan, clocks: act().clocks }, 0);
};
const unit = (change: Partial<UnitProgress> = {}): UnitProgress => ({
  ...openingUnit(),
  stage: 'deliberating',
  round: 2,
  listHash: 'list-2',
  approval: approval(),
  ...change,
});
const decided = (): ListApproval => {
  const list = approval();
  takeAct(list, act());
  return list;
};

describe('refuseUnitAct', () => {
  it.each<{ rule: string; progress: UnitProgress; input: ActInput; expected: string | null }>([
    { rule: 'takes an act on this very list', progress: unit(), input: act(), expected: null },
    {
      rule: 'refuses one on an earlier round',
      progress: unit(),
      input: act({ round: 1 }),
      expected: 'ROUND_STALE',
    },
    {
      rule: 'refuses one on a round still to come',
      progress: unit(),
      input: act({ round: 3 }),
      expected: 'STAGE_NOT_OPEN',
    },
    {
      rule: 'refuses one on another list of this round',
      progress: unit(),
      input: act({ listHash: 'other' }),
      expected: 'LIST_CHANGED',
    },
    {
      rule: 'refuses one on a list that is decided',
      progress: unit({ approval: decided() }),
      input: act(),
      expected: 'ALREADY_DECIDED',
    },
    {
      rule: 'refuses one before the list is composed',
      progress: unit({ stage: 'composing', approval: null }),
      input: act(),
      expected: 'STAGE_NOT_OPEN',
    },
    {
      rule: 'passes on what the approval itself refuses',
      progress: unit(),
      input: act({ act: { ...act().act, by: 'wang' } }),
      expected: 'NOT_YOUR_TURN',
    },
  ])('$rule', ({ progress, input, expected }) => {
    expect(refuseUnitAct(progress, input)).toBe(expected);
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
      progress: unit({ stage: 'returned', resubmittedBy: 'hr' }),
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
  it('forgets the list, its approval and the resubmission of the round before', () => {
    const progress = unit({ stage: 'returned', resubmittedBy: 'hr' });
    beginRound(progress);
    expect(progress).toMatchObject({
      round: 3,
      stage: 'composing',
      listHash: null,
      approval: null,
      resubmittedBy: null,
    });
  });
});
