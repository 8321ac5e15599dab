import type { Table } from '@kaoji/application/staff';
import { RequestFault } from '../problems/request-fault.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const LONGEST_CELL = 4000;

/**
 * Reads an uploaded CSV or XLSX file as text. What it is is told by its first bytes, not by its name or
 * content type. Refuses `FILE_UNREADABLE` and `FILE_TOO_LARGE`.
 */
export async function readTable(body: unknown): Promise<Table> {
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new RequestFault('FILE_UNREADABLE', 'Send the file as the body of the request.');
  }
  const isZip = body.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  const table = isZip ? await readXlsx(body, MOST_ROWS) : readCsv(body, MOST_ROWS);
  return withinLimits(table);
}

function withinLimits(table: Table): Table {
  if (table.rows.length > MOST_ROWS || table.header.length > MOST_COLUMNS) {
    throw new RequestFault(
      'FILE_TOO_LARGE',
      `A file holds at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns.`,
    );
  }
  const long = table.rows.find(({ cells }) => cells.some((cell) => cell.length > LONGEST_CELL));
  if (long !== undefined) {
    throw new RequestFault('FILE_TOO_LARGE', `A cell holds at most ${LONGEST_CELL} characters.`, [
      { path: String(long.row), row: long.row, message: 'a cell is too long' },
    ]);
  }
  return table;
}
