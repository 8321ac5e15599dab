import { describe, expect, it } from '@jest/globals';
import { staffMessageOf } from './deliver-message.js';

describe('staffMessageOf', () => {
  it('reads its own kinds back as they were written', () => {
    const message = { kind: 'depart', cycleKey: '2026/a', appraisalId: 'x', updateId: 'u' };
    expect(staffMessageOf({ kind: 'depart', payload: JSON.stringify(message) })).toEqual(message);
  });

  it('leaves rows of other kinds alone', () => {
    expect(staffMessageOf({ kind: 'start_cycle', payload: '{}' })).toBeNull();
  });
});
