import { describe, expect, it } from '@jest/globals';
import { moveAct, toggled, type Move } from '../src/features/calibration/moves.js';
import { turnsOf } from '../src/parts/turns.js';

const up: Move = { appraisalId: 'a1', name: '演示甲', to: 'in' };
const down: Move = { appraisalId: 'a2', name: '演示乙', to: 'out' };

describe('a proposed move', () => {
  it('is taken back by proposing it again', () => {
    expect(toggled(toggled([], up), down)).toEqual([up, down]);
    expect(toggled([up, down], up)).toEqual([down]);
  });

  it('is the return of those people and nobody else, on the list that was seen, without a name', () => {
    const act = moveAct({
      approval: { round: 2, listHash: 'h', step: 'leader' },
      turn: { seat: 's1', principal: 'p1' },
      moves: [up, down],
      returnTo: 'collection',
      reason: '演示理由',
    });
    expect(act).toEqual({
      ...{
        round: 2,
        listHash: 'h',
        step: 'leader',
        verb: 'return',
        returnTo: 'collection',
        reason: '演示理由',
      },
      ...{ appraisals: ['a1', 'a2'], onBehalfOf: 'p1', seat: 's1' },
    });
    expect(JSON.stringify(act)).not.toContain('演示甲');
  });
});

describe('whose turn it is', () => {
  const task = (more: object) =>
    ({ account: 'me', seat: 's', as: 'self', verbs: ['return'], ...more }) as never;
  it.each([
    ['mine by name', task({}), { seat: null, principal: null }],
    ['of somebody I stand in for', task({ account: 'boss' }), { seat: null, principal: 'boss' }],
    ['a late seat of mine to take', task({ as: 'superior' }), { seat: 's', principal: null }],
    ['a challenge I decide', task({ as: 'superior', seat: 'challenge/1' }), { seat: null, principal: null }],
  ])('%s', (_title, one, turn) => {
    expect(turnsOf({ tasks: [one] }, 'me', ['boss'])).toEqual([{ turn, verbs: ['return'] }]);
  });
  it('is nobody else’s', () => {
    expect(turnsOf({ tasks: [task({ account: 'other' })] }, 'me', ['boss'])).toEqual([]);
  });
});
