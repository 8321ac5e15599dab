import { describe, expect, it } from '@jest/globals';
import { contestState, type ContestEvent } from './contest-record.js';

const opened: ContestEvent = { kind: 'opened', stage: 'review', reviewers: ['r1'], excluded: [], dueAt: 9 };
const decided = (outcome: 'upheld' | 'changed' | 'sent_back'): ContestEvent => ({
  kind: 'decided',
  stage: 'review',
  outcome,
  reason: 'r',
  corrections: [],
  spared: false,
  touched: [],
  beforeHash: 'a',
  afterHash: outcome === 'changed' ? 'b' : 'a',
});
const again = (verdict: 'applied' | 'kept'): ContestEvent => ({
  kind: 'decided_again',
  stage: 'review',
  verdict,
  reason: 'r',
  spared: false,
  touched: [],
  beforeHash: 'a',
  afterHash: verdict === 'applied' ? 'b' : 'a',
});
const delivered: ContestEvent = { kind: 'delivered', stage: 'review', appealUntil: 20 };

describe('contestState', () => {
  it.each<{ rule: string; events: readonly ContestEvent[]; state: object }>([
    { rule: 'is filed before anybody has it', events: [], state: { status: 'filed', stage: 'review' } },
    {
      rule: 'is in review with those who may hear it',
      events: [opened],
      state: { status: 'in_review', reviewers: ['r1'], dueAt: 9 },
    },
    {
      rule: 'adds superiors when it is late, and decides nothing',
      events: [opened, { kind: 'escalated', stage: 'review', reviewers: ['s1', 'r1'] }],
      state: { status: 'in_review', reviewers: ['r1', 's1'] },
    },
    {
      rule: 'stays in review after a hearing',
      events: [opened, { kind: 'heard', stage: 'review', note: 'n' }],
      state: { status: 'in_review' },
    },
    {
      rule: 'has an outcome',
      events: [opened, decided('upheld')],
      state: { status: 'decided', outcome: 'upheld' },
    },
    {
      rule: 'waits for those who decided when sent back',
      events: [opened, decided('sent_back')],
      state: { status: 'sent_back', outcome: null, changed: false },
    },
    {
      rule: 'is changed when they apply the corrections',
      events: [opened, decided('sent_back'), again('applied')],
      state: { status: 'decided', outcome: 'changed', changed: true },
    },
    {
      rule: 'is upheld when they keep what they decided',
      events: [opened, decided('sent_back'), again('kept')],
      state: { status: 'decided', outcome: 'upheld', changed: false },
    },
    {
      rule: 'can be appealed once the outcome is delivered',
      events: [opened, decided('upheld'), delivered],
      state: { status: 'appealable', appealUntil: 20 },
    },
    {
      rule: 'starts again as an appeal, with other reviewers, and remembers a change',
      events: [opened, decided('changed'), delivered, { kind: 'appealed', grounds: 'g' }],
      state: { status: 'filed', stage: 'appeal', reviewers: [], dueAt: null, changed: true },
    },
    { rule: 'can be taken back', events: [opened, { kind: 'withdrawn' }], state: { status: 'withdrawn' } },
  ])('$rule', ({ events, state }) => {
    expect(contestState(events)).toMatchObject(state);
  });
});
