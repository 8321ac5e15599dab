import { describe, expect, it } from '@jest/globals';
import { nationalRulebook } from '@kaoji/domain/testing';
import { readRosterRow } from './read-roster-row.js';
import type { RowFault } from './row-fault.js';

const rulebook = nationalRulebook();
const PERSON = { personRef: 'p', unit: 'u', community: 'c', posts: 'deputy', category: 'contract' };

function read(cells: Record<string, string>) {
  const faults: RowFault[] = [];
  const entry = readRosterRow(
    rulebook,
    { row: 4, cells: { ...PERSON, ...cells } },
    (fault) => void faults.push(fault),
  );
  return { entry, faults: faults.map(({ row, column, code }) => `${row} ${column} ${code}`) };
}

describe('readRosterRow', () => {
  it('reads codes or their titles, and leaves empty facts to the rulebook', () => {
    const { entry, faults } = read({ posts: ' 网格员；deputy ', category: '劳动合同制人员', first_job: ' ' });
    expect(faults).toEqual([]);
    expect(entry).toEqual({
      personRef: 'p',
      unit: 'u',
      community: 'c',
      posts: ['grid_worker', 'deputy'],
      category: 'contract',
      facts: {},
      punishments: [],
      earlier: [],
    });
  });

  it.each([
    { cell: '是', value: true },
    { cell: 'TRUE', value: true },
    { cell: '1', value: true },
    { cell: '否', value: false },
    { cell: 'no', value: false },
  ])('reads $cell as $value', ({ cell, value }) => {
    expect(read({ first_job: cell }).entry.facts).toEqual({ first_job: value });
  });

  it('keeps decimals as the text they are', () => {
    expect(read({ months_in_unit: '5.50' }).entry.facts).toEqual({ months_in_unit: '5.50' });
  });

  it('reads punishments and earlier results, with either semicolon and either equals sign', () => {
    const { entry, faults } = read({
      punishments: 'admin_warning@2024;政务记过@2025@duty',
      earlier: '2024=合格；2025＝excellent',
    });
    expect(faults).toEqual([]);
    expect(entry.punishments).toEqual([
      { kind: 'admin_warning', year: 2024, linkedToDuty: false },
      { kind: 'admin_demerit', year: 2025, linkedToDuty: true },
    ]);
    expect(entry.earlier).toEqual([
      { year: 2024, result: 'competent' },
      { year: 2025, result: 'excellent' },
    ]);
  });

  it.each([
    { cells: { unit: '' }, faults: ['4 unit CELL_EMPTY'] },
    { cells: { posts: ' ; ' }, faults: ['4 posts CELL_EMPTY'] },
    { cells: { first_job: '也许' }, faults: ['4 first_job FACT_TYPE'] },
    { cells: { months_in_unit: '6,5' }, faults: ['4 months_in_unit FACT_TYPE'] },
    { cells: { months_in_unit: '1e1' }, faults: ['4 months_in_unit FACT_TYPE'] },
    { cells: { investigation_closed: 'maybe' }, faults: ['4 investigation_closed FACT_TYPE'] },
    { cells: { punishments: 'warning' }, faults: ['4 punishments CELL_FORM'] },
    { cells: { punishments: 'warning@24' }, faults: ['4 punishments CELL_FORM'] },
    { cells: { earlier: '2024:competent' }, faults: ['4 earlier CELL_FORM'] },
  ])('reports $faults for $cells', ({ cells, faults }) => {
    expect(read(cells as unknown as Record<string, string>).faults).toEqual(faults);
  });
});
