import { describe, expect, it } from '@jest/globals';
import type { RowFault } from '../roster/row-fault.js';
import { readMarkRow } from './read-mark-row.js';

function read(cells: Record<string, string>) {
  const faults: RowFault[] = [];
  const row = readMarkRow({ row: 7, cells }, (fault) => void faults.push(fault));
  return { row, faults: faults.map(({ column, code }) => `${column} ${code}`) };
}

describe('readMarkRow', () => {
  it('takes a line without a kind as a mark', () => {
    const { row, faults } = read({ appraisal: 'a', part: 'p', value: '89.5', reason: ' 实地走访 ' });
    expect(faults).toEqual([]);
    expect(row?.entry).toEqual({
      kind: 'mark',
      mark: { appraisalId: 'a', part: 'p', value: '89.5', reason: '实地走访' },
    });
  });

  it('reads routine scores and adjustments, also by their Chinese kinds', () => {
    expect(read({ kind: '平时考核', appraisal: 'a', period: '2026-Q1', value: '90' }).row?.entry.kind).toBe(
      'routine',
    );
    expect(
      read({ kind: '加减分', appraisal: 'a', item: 'x', times: '2', evidence: 'e1;e2;' }).row?.entry,
    ).toEqual({
      kind: 'adjustment',
      adjustment: { appraisalId: 'a', item: 'x', times: 2, evidence: ['e1', 'e2'] },
    });
  });

  it.each([
    { cells: { appraisal: 'a', part: 'p' }, faults: ['value CELL_EMPTY'] },
    { cells: { appraisal: '', part: 'p', value: '1' }, faults: ['appraisal CELL_EMPTY'] },
    { cells: { appraisal: 'a', part: 'p', value: '1e3' }, faults: ['value CELL_FORM'] },
    { cells: { appraisal: 'a', part: 'p', value: '9O' }, faults: ['value CELL_FORM'] },
    { cells: { kind: 'adjustment', appraisal: 'a', item: 'x', times: '-1' }, faults: ['times CELL_FORM'] },
    { cells: { kind: 'gift', appraisal: 'a' }, faults: ['kind KIND_UNKNOWN'] },
  ])('reports $faults for $cells', ({ cells, faults }) => {
    const done = read(cells as unknown as Record<string, string>);
    expect(done).toEqual({ row: null, faults });
  });
});
