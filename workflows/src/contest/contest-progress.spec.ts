import { describe, expect, it } from '@jest/globals';
import type { ContestFlowStage, OutcomeInput } from '@kaoji/temporal-contract';
import {
  beginLevel,
  openingContest,
  refuseAppeal,
  refuseDelivered,
  refuseOutcome,
  refuseWithdrawal,
  type ContestProgress,
} from './contest-progress.js';

const STAGES: readonly ContestFlowStage[] = [
  'opening',
  'hearing',
  'sent_back',
  'outcome_on_its_way',
  'appealable',
  'ended',
];
const outcome: OutcomeInput = { level: 'review', outcome: 'upheld', by: 'r', remindAt: 1, escalateAt: 2 };
const delivered = { level: 'review', appealUntil: 100 } as const;
const at = (stage: ContestFlowStage, change: Partial<ContestProgress> = {}): ContestProgress => ({
  ...openingContest(),
  stage,
  ...change,
});

describe('refusals of a contest, from opening to its end', () => {
  it.each<{
    message: string;
    refuse: (progress: ContestProgress) => string | null;
    taken: readonly string[];
  }>([
    {
      message: 'an outcome ends a hearing, or what was sent back',
      refuse: (progress) => refuseOutcome(progress, outcome),
      taken: ['hearing', 'sent_back'],
    },
    {
      message: 'an outcome is delivered once it is written',
      refuse: (progress) => refuseDelivered(progress, delivered),
      taken: ['outcome_on_its_way'],
    },
    {
      message: 'an outcome in the hands of the contestant can be appealed',
      refuse: (progress) => refuseAppeal({ ...progress, delivered }, 50),
      taken: ['appealable'],
    },
    {
      message: 'a contest is taken back until an outcome is written',
      refuse: refuseWithdrawal,
      taken: ['opening', 'hearing', 'sent_back'],
    },
  ])('$message', ({ refuse, taken }) => {
    expect(STAGES.filter((stage) => refuse(at(stage)) === null)).toEqual(taken);
  });

  it('an outcome of the review is none of the appeal', () => {
    expect(refuseOutcome(at('hearing', { level: 'appeal' }), outcome)).toBe('STAGE_NOT_OPEN');
  });

  it('an appeal counts to the last millisecond of its time, even before the timer has fired', () => {
    const open = at('appealable', { delivered });
    expect([100, 101].map((now) => refuseAppeal(open, now))).toEqual([null, 'CONTEST_WINDOW_CLOSED']);
  });

  it('where the rulebook knows no appeal there is none', () => {
    const last = at('appealable', { delivered: { level: 'review', appealUntil: null } });
    expect(refuseAppeal(last, 0)).toBe('STAGE_NOT_OPEN');
  });

  it('the next level begins with nothing decided', () => {
    const progress = at('appealable', { outcome, delivered, appealed: true });
    beginLevel(progress, 'appeal');
    expect(progress).toEqual({ ...openingContest(), level: 'appeal', appealed: true });
  });
});
