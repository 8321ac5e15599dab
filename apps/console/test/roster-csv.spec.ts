import { describe, expect, it } from '@jest/globals';
import { rosterCsv } from '../src/features/planning/roster-csv.js';

describe('a roster on screen as a file', () => {
  it('has each row on the line of its number, the header on the first', () => {
    const rows = [
      { row: 2, cells: { name: '演示甲' } },
      { row: 5, cells: { name: '演示乙', unit: '东片' } },
    ];
    expect(rosterCsv(['name', 'unit'], rows)).toBe('"name","unit"\n"演示甲",""\n\n\n"演示乙","东片"\n');
  });

  it('keeps whatever somebody typed in one cell', () => {
    const rows = [{ row: 2, cells: { name: '演示"甲", 乙' } }];
    expect(rosterCsv(['name'], rows)).toBe('"name"\n"演示""甲"", 乙"\n');
  });
});
