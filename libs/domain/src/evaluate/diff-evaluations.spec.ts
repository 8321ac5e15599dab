import { describe, expect, it } from '@jest/globals';
import { caseWith, markedWith, quotaWith, rulebookWith, type RulebookInput } from '../testing.js';
import { diffEvaluations } from './diff-evaluations.js';
import { evaluateUnit } from './evaluate-unit.js';

const unitCase = caseWith(['95', '92', '80', '74', '50'].map((mark, at) => markedWith(`p${at}`, mark)));
const under = (overrides: Partial<RulebookInput> = {}) => evaluateUnit(rulebookWith(overrides), unitCase);

describe('diffEvaluations', () => {
  it('finds nothing between equal evaluations', () => {
    expect(diffEvaluations(under(), under())).toEqual({ graded: [], scored: [], quota: [] });
  });

  it('names who is graded differently, both decisions, and the quota lines that moved', () => {
    const { graded, quota } = diffEvaluations(under(), under({ quota: quotaWith({ cap: '0.4' }) }));
    expect(graded).toHaveLength(1);
    expect(graded[0]).toMatchObject({
      id: 'p1',
      a: { grade: 'competent', by: 'quota' },
      b: { grade: 'excellent', by: 'band' },
      step: { a: '0.2', b: '0.4' },
    });
    expect(quota).toContainEqual({ unit: 'u1', field: 'seats', a: '1', b: '2' });
  });

  it('gives the first step that differs, which is the cause and not its effect', () => {
    const bands = rulebookWith().bands.map((band) => ({
      ...band,
      from: band.grade === 'competent' ? { value: '70', includes: true } : band.from,
      to: band.grade === 'basically_competent' ? { value: '70', includes: false } : band.to,
    }));
    const [difference] = diffEvaluations(under(), under({ bands })).graded;
    expect(difference).toMatchObject({ id: 'p3', compositeA: '74', compositeB: '74' });
    expect(difference?.step?.what.en).toBe('by the band of the composite');
  });

  it('names people only one evaluation has', () => {
    const fewer = evaluateUnit(rulebookWith(), caseWith([markedWith('p0', '95')]));
    expect(diffEvaluations(under(), fewer).graded.map(({ id, b }) => [id, b?.grade])).toContainEqual([
      'p4',
      undefined,
    ]);
  });
});
