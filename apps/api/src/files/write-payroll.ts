import exceljs from 'exceljs';
import type { PayrollFile } from '@kaoji/application/staff';
import { csvLine, neutralCell } from './neutral-cell.js';
import { withoutZipDates } from './zip-dates.js';

/** What identifies an export, below its rows: period, number of rows, and the hash by which it is known. */
function footer({ areaId, from, to, sheet }: PayrollFile): readonly (readonly string[])[] {
  return [
    ['area', areaId],
    ['period', from, to],
    ['rows', String(sheet.rows.length)],
    ['content-hash', sheet.contentHash],
  ];
}

/** A payroll export as CSV; the same export is the same bytes. */
export function payrollCsv(file: PayrollFile): string {
  const { header, rows } = file.sheet;
  return `\uFEFF${[header, ...rows, ...footer(file)].map(csvLine).join('')}`;
}

/** The same as XLSX, every cell text. A workbook holds dates of its own; they are fixed, so that its bytes are too. */
export async function payrollXlsx(file: PayrollFile): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const day = new Date(`${file.to}T00:00:00Z`);
  Object.assign(workbook, { created: day, modified: day, lastModifiedBy: 'kaoji', creator: 'kaoji' });
  const sheet = workbook.addWorksheet('payroll', { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const cells of [file.sheet.header, ...file.sheet.rows, ...footer(file)]) {
    const row = sheet.addRow(cells.map(neutralCell));
    row.eachCell((cell) => {
      cell.numFmt = '@';
    });
  }
  return withoutZipDates(Buffer.from(await workbook.xlsx.writeBuffer()));
}
