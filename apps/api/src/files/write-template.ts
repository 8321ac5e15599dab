import exceljs from 'exceljs';
import type { Column } from '@kaoji/application/staff';
import { csvLine, neutralCell } from './neutral-cell.js';

/** An empty sheet as CSV, with the mark by which office programs know UTF-8. */
export function csvTemplate(columns: readonly Column[]): string {
  return `\uFEFF${csvLine(columns.map(({ id }) => id))}`;
}

/** An empty sheet as XLSX: ids in the header, titles and what to write as notes on it, all cells text. */
export async function xlsxTemplate(name: string, columns: readonly Column[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  columns.forEach(({ id, title, hint }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(12, id.length + 2);
    column.numFmt = '@';
    const cell = sheet.getCell(1, index + 1);
    cell.value = neutralCell(id);
    cell.font = { bold: true };
    cell.note = [title.zh, title.en, ...(hint === undefined ? [] : [hint])].join('\n');
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
