import { describe, expect, it } from '@jest/globals';
import { payrollSheet } from '@kaoji/domain';
import { readXlsx } from './read-xlsx.js';
import { payrollCsv, payrollXlsx } from './write-payroll.js';
import { withoutZipDates } from './zip-dates.js';

const period = { areaId: 'area', from: '2027-01-01', to: '2027-01-31' };
const sheet = payrollSheet(period, [
  {
    key: 'a/=cmd',
    personId: '=1+1',
    year: 2026,
    rule: 'good.salary_step',
    clause: '第二十八条',
    effect: 'raise_salary_step',
    params: { steps: 1, note: '+x' },
    effectiveOn: '2027-01-01',
    reverses: null,
    because: null,
    enteredOn: '2027-01-20',
    confirmedBy: 'account',
  },
]);
const csv = { ...period, format: 'csv', sheet } as const;
const xlsx = { ...period, format: 'xlsx', sheet } as const;

describe('a payroll export', () => {
  it('as CSV runs no formula and ends with the hash of its content', () => {
    const lines = payrollCsv(csv).split('\r\n');
    expect(lines[1]).toContain("'=1+1");
    expect(lines.at(-2)).toBe(`content-hash,${sheet.contentHash}`);
  });

  it('as XLSX says the same, and is the same bytes whenever it is written', async () => {
    const workbook = await payrollXlsx(xlsx);
    const { header, rows } = await readXlsx(workbook, 100);
    expect(header).toEqual(sheet.header);
    expect(rows[0]?.cells).toContain("'=1+1");
    expect(rows.at(-1)?.cells.slice(0, 2)).toEqual(['content-hash', sheet.contentHash]);
    expect((await payrollXlsx(xlsx)).equals(workbook)).toBe(true);
  });
});

describe('withoutZipDates', () => {
  it('sets the time of every part, in the directory and before the part, to one moment', async () => {
    const workbook = await payrollXlsx(xlsx);
    const later = Buffer.from(workbook);
    const directory = later.readUInt32LE(later.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16);
    later.writeUInt32LE(0x5a21_1234, directory + 12);
    later.writeUInt32LE(0x5a21_1234, later.readUInt32LE(directory + 42) + 10);
    expect(later.equals(workbook)).toBe(false);
    expect(withoutZipDates(later).equals(workbook)).toBe(true);
  });

  it('knows what is no ZIP', () => {
    expect(() => withoutZipDates(Buffer.from('not a ZIP'))).toThrow('not a ZIP');
  });
});
