import { describe, expect, it } from '@jest/globals';
import type { HowMany } from './approval-plan.js';
import { countVote, type Ballot } from './vote.js';

type Vote = Extract<HowMany, { mode: 'vote' }>;
const vote = (threshold: string, inclusive: boolean, of: Vote['of'], quorum: string): Vote => ({
  mode: 'vote',
  threshold,
  inclusive,
  of,
  quorum,
});
const ballot = ([yes, no, abstained, open, empty = 0]: readonly number[]): Ballot => ({
  yes: yes ?? 0,
  no: no ?? 0,
  abstained: abstained ?? 0,
  open: open ?? 0,
  empty,
});

describe('countVote', () => {
  // weights: yes, no, abstained, open, empty
  it.each([
    ['exactly half is not more than half', vote('1/2', false, 'seated', '2/3'), [3, 3, 0, 0], 'rejected'],
    [
      'exactly half is enough where the line says so',
      vote('1/2', true, 'seated', '2/3'),
      [3, 3, 0, 0],
      'approved',
    ],
    [
      'two thirds of three is exact, no float decides it',
      vote('2/3', true, 'seated', '1/2'),
      [2, 1, 0, 0],
      'approved',
    ],
    [
      'an abstention counts against a share of everybody seated',
      vote('1/2', false, 'seated', '2/3'),
      [2, 1, 1, 0],
      'rejected',
    ],
    [
      'an abstention does not count in a share of the votes cast',
      vote('1/2', false, 'cast', '2/3'),
      [2, 1, 1, 0],
      'approved',
    ],
    ['all abstaining approves nothing', vote('1/2', false, 'cast', '2/3'), [0, 0, 3, 0], 'rejected'],
    ['nothing is decided before the quorum', vote('1/2', false, 'seated', '1'), [4, 0, 0, 1], 'waiting'],
    [
      'it is decided once no vote to come can change it',
      vote('1/2', false, 'seated', '2/3'),
      [3, 1, 0, 1],
      'approved',
    ],
    ['nor refused while it can still be won', vote('1/2', false, 'seated', '1/3'), [1, 2, 0, 2], 'waiting'],
    [
      'of the votes cast, those to come may still turn it',
      vote('1/2', false, 'cast', '1/3'),
      [2, 0, 0, 3],
      'waiting',
    ],
    ['an empty seat counts for the quorum', vote('1/2', false, 'seated', '2/3'), [1, 0, 0, 0, 2], 'waiting'],
    ['weights count, not heads', vote('1/2', false, 'seated', '2/3'), [3, 2, 0, 0], 'approved'],
    ['nobody decides nothing', vote('1/2', false, 'seated', '1/3'), [0, 0, 0, 0], 'waiting'],
  ] as const)('%s', (_rule, rule, weights, says) => {
    expect(countVote(rule, ballot(weights))).toBe(says);
  });
});
