import { describe, expect, it } from '@jest/globals';
import { caseWith, markedWith, rulebookWith, said, type AppraiseeInput } from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';
import { gradeAfterHold, seatsLeft } from './later-grade.js';

const rulebook = rulebookWith({
  facts: [
    { id: 'investigated', type: 'boolean', scope: 'person', default: false, title: said('investigated') },
  ],
  eligibility: [
    { id: 'hold', clause: 'Art 42', when: { fact: 'investigated', op: 'eq', value: true }, outcome: 'held' },
  ],
  discipline: {
    id: 'discipline',
    clause: 'Art 43',
    punishments: ['warning', 'demerit'].map((code) => ({ code, title: said(code) })),
    severity: [{ cap: 'competent' }, { outcome: 'comment_only' }],
    rows: [
      { id: 'warning', clause: 'N8', punishment: 'warning', years: [{ cap: 'competent' }] },
      { id: 'demerit', clause: 'N8', punishment: 'demerit', years: [{ outcome: 'comment_only' }] },
    ],
  },
});

function unitWith(held: Partial<AppraiseeInput>, others = ['70', '70', '70', '70']) {
  return caseWith([markedWith('h', '95', held), ...others.map((mark, at) => markedWith(`p${at}`, mark))]);
}

describe('gradeAfterHold (N6 Art 42)', () => {
  it.each<[string, Partial<AppraiseeInput>, number, object, boolean]>([
    ['grades excellent while a seat is left', {}, 1, { grade: 'excellent', by: 'band' }, true],
    ['gives the next grade when no seat is left', {}, 0, { grade: 'competent', by: 'quota' }, false],
    [
      'grades after a mere warning, by the discipline table',
      { punishments: [{ kind: 'warning', year: 2025 }] },
      1,
      { grade: 'competent', by: 'discipline' },
      false,
    ],
    [
      'leaves ungraded whom a heavier punishment leaves ungraded',
      { punishments: [{ kind: 'demerit', year: 2025 }] },
      1,
      { status: 'comment_only', by: 'discipline' },
      false,
    ],
    [
      'keeps the hold of a case that is still open',
      { facts: { investigated: true } },
      1,
      { status: 'held', by: 'hold' },
      false,
    ],
  ])('%s', (_, person, seats, final, takesSeat) => {
    expect(gradeAfterHold(rulebook, unitWith(person), 'h', seats)).toMatchObject({ final, takesSeat });
  });

  it('uses a seat the unit left empty, and takes none from anybody', () => {
    const during = (others?: string[]) =>
      evaluateUnit(rulebook, unitWith({ facts: { investigated: true } }, others)).quota[0];
    const empty = during();
    const full = during(['95', '70', '70', '70']);
    if (empty === undefined || full === undefined) throw new Error('a unit has a sheet');
    expect([seatsLeft(empty), seatsLeft(empty, 1), seatsLeft(full)]).toEqual([1, 0, 0]);
  });

  it('refuses a person the case does not have with APPRAISEE_UNKNOWN', () => {
    expect(() => gradeAfterHold(rulebook, unitWith({}), 'nobody', 1)).toThrow(
      expect.objectContaining({ code: 'APPRAISEE_UNKNOWN' }),
    );
  });
});
