import { describe, expect, it } from '@jest/globals';
import { decisionOf, openGates } from '../src/features/decisions/decision-of.js';

const gate = (rule: string, force: 'confirm' | 'may', open = true) => ({
  ...{ rule, force, open },
  state: 'proposed' as const,
});
const gates = [
  gate('cut', 'confirm'),
  gate('exit', 'may'),
  { ...gate('old', 'may'), state: 'refused' as const },
];
const rulesOf = (status: Parameters<typeof openGates>[1]) => openGates(gates, status).map(({ rule }) => rule);

describe('what can be decided', () => {
  it('is nothing while the result may be contested, all that waits then, and what an office may do after the record', () => {
    expect([rulesOf('graded'), rulesOf('contested')]).toEqual([[], []]);
    expect(rulesOf('awaiting_confirmation')).toEqual(['cut', 'exit']);
    expect(rulesOf('recorded')).toEqual(['exit']);
  });

  it('is decided as a whole: what must be is counted until it is, what may be can stay open', () => {
    expect(decisionOf(gates.slice(0, 2), {})).toEqual({ choice: { confirm: [], refuse: [] }, undecided: 1 });
    expect(decisionOf(gates.slice(0, 2), { cut: 'refuse', exit: 'later' })).toEqual({
      ...{ choice: { confirm: [], refuse: ['cut'] }, undecided: 0 },
    });
  });

  it('never confirms what a gate keeps closed, even if it closed after it was picked', () => {
    const closed = [gate('cut', 'confirm', false)];
    expect(decisionOf(closed, { cut: 'confirm' })).toEqual({
      ...{ choice: { confirm: [], refuse: [] }, undecided: 1 },
    });
  });
});
