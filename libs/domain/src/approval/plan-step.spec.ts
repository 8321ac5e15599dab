import { describe, expect, it } from '@jest/globals';
import type { HowMany, StepRule } from './approval-plan.js';
import { openApproval } from './apply-act.js';
import { planStep, type StepPeople } from './plan-step.js';
import { tasksOf } from './tasks-of.js';

const rule = (mode: 'all' | 'one' | 'in_order'): StepRule => ({
  id: 'step',
  many: { mode } satisfies HowMany,
  returnTo: ['collection'],
  reasonFor: [],
  batch: false,
});
const people = (holders: readonly string[], more: Partial<StepPeople> = {}): StepPeople => ({
  candidates: holders.map((holder) => ({ holder, weight: 1 })),
  superiors: ['boss'],
  starter: 'starter',
  recused: [],
  ...more,
});
const seated = (mode: 'all' | 'one' | 'in_order', who: StepPeople) =>
  planStep(rule(mode), who).seats.map(({ holder, origin }) => `${holder} ${origin}`);

describe('planStep', () => {
  it.each([
    ['everybody named has a seat', 'all', people(['a', 'b']), ['a rule', 'b rule']],
    ['a person named twice has one seat', 'all', people(['a', 'a']), ['a rule']],
    ['no approver found: the superior', 'one', people([]), ['boss no_approver']],
    ['the starter is the only approver: the superior', 'one', people(['starter']), ['boss no_approver']],
    ['the starter is one of several, any one: the others', 'one', people(['starter', 'b']), ['b rule']],
    [
      'the starter is one of all: the superior in their place',
      'all',
      people(['starter', 'b']),
      ['boss no_approver', 'b rule'],
    ],
    [
      'a relative stands aside: the superior in their place',
      'in_order',
      people(['a', 'b'], { recused: [{ account: 'b', why: 'relative' }] }),
      ['a rule', 'boss no_approver'],
    ],
    [
      'nobody is free: the seat stays empty, it does not disappear',
      'all',
      people(['a', 'b'], { superiors: [], recused: [{ account: 'b', why: 'relative' }] }),
      ['a rule', 'b vacant'],
    ],
    [
      'a superior who stands aside takes no seat',
      'one',
      people([], { recused: [{ account: 'boss', why: 'own_case' }] }),
      [],
    ],
  ] as const)('%s', (_rule, mode, who, seats) => {
    expect(seated(mode, who)).toEqual(seats);
  });

  it('says who was left out and why, the starter too', () => {
    const who = people(['starter', 'a'], { recused: [{ account: 'a', why: 'competed_for_post' }] });
    expect(planStep(rule('one'), who).recused).toEqual([
      { account: 'a', why: 'competed_for_post' },
      { account: 'starter', why: 'starter' },
    ]);
  });

  it('with nobody at all the step waits for nobody and never passes', () => {
    const state = openApproval({
      starter: null,
      steps: [planStep(rule('all'), people([], { superiors: [] }))],
    });
    expect([state.status, tasksOf(state)]).toEqual(['open', []]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the weight %p', (weight) => {
    const who = people([], { candidates: [{ holder: 'a', weight }] });
    expect(() => planStep(rule('all'), who)).toThrow(RangeError);
  });

  it.each([
    ['without steps', []],
    ['with an id used twice', [planStep(rule('all'), people(['a'])), planStep(rule('all'), people(['b']))]],
  ])('a plan %s is opened by nobody', (_fault, steps) => {
    expect(() => openApproval({ starter: null, steps })).toThrow(RangeError);
  });
});
