import exceljs from 'exceljs';
import type { Cell, CellValue } from 'exceljs';
import type { Table } from '@kaoji/application/staff';
import { RequestFault } from '../problems/request-fault.js';
import { refuseZipBomb } from './zip-limits.js';

/**
 * Reads the first sheet of a workbook as text. Refuses `FILE_TOO_LARGE` (bombs, too many rows) and
 * `FILE_UNREADABLE` (no workbook; cells with formulas, which say one thing and compute another; dates and
 * errors, whose text depends on who looks).
 */
export async function readXlsx(body: Buffer, mostRows: number): Promise<Table> {
  refuseZipBomb(body);
  const sheet = (await load(body)).worksheets[0];
  if (sheet === undefined) throw unreadable('The workbook has no sheet.');
  if (sheet.rowCount > mostRows + 1) {
    throw new RequestFault('FILE_TOO_LARGE', `A file holds at most ${mostRows} rows.`);
  }
  const lines: { row: number; cells: string[] }[] = [];
  sheet.eachRow({ includeEmpty: false }, (line, row) => {
    const cells: string[] = [];
    line.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = textOf(cell, row);
    });
    lines.push({ row, cells: Array.from(cells, (cell) => cell ?? '') });
  });
  const [header, ...rows] = lines;
  return {
    header: header?.row === 1 ? header.cells : [],
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

async function load(body: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(body).buffer);
    return workbook;
  } catch {
    // The library's own messages name parts of the archive; whoever sent the file cannot use them.
    throw unreadable('The workbook cannot be read. Save it anew as .xlsx, without a password.');
  }
}

function textOf(cell: Cell, row: number): string {
  const value: CellValue = cell.value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return decimalText(value, cell, row);
  if (typeof value === 'object' && 'richText' in value)
    return value.richText.map(({ text }) => text).join('');
  if (typeof value === 'object' && 'hyperlink' in value)
    return typeof value.text === 'string' ? value.text : '';
  throw badCell(cell, row, 'formulas, dates and errors are not read: paste plain values');
}

/** What the clerk sees, by its digits: 89.6 stays `89.6`. Exponents and more than 6 decimals are refused. */
function decimalText(value: number, cell: Cell, row: number): string {
  const text = String(value);
  if (/^-?\d+(\.\d{1,6})?$/.test(text)) return text;
  throw badCell(cell, row, 'a number with more than 6 decimals: round it, or write it as text');
}

function badCell(cell: Cell, row: number, message: string): RequestFault {
  return new RequestFault('FILE_UNREADABLE', `Cell ${cell.address} cannot be read: ${message}.`, [
    { path: cell.address, row, column: cell.address, message },
  ]);
}

function unreadable(message: string): RequestFault {
  return new RequestFault('FILE_UNREADABLE', message);
}
