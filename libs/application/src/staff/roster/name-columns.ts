import { columnNamed } from './roster-columns.js';
import type { RowFault, TableRow } from './row-fault.js';
import type { Table } from './table.js';

/** Gives every cell the id of its column; a header nobody knows is a fault, not silently dropped. */
export function nameColumns(
  table: Table,
  columns: Parameters<typeof columnNamed>[0],
): { readonly rows: readonly TableRow[]; readonly faults: RowFault[] } {
  const faults: RowFault[] = [];
  const seen = new Set<string>();
  const named = table.header.map((header, index) => {
    const column = columnNamed(columns, header);
    const twice = column !== undefined && seen.has(column.id);
    if (column !== undefined) seen.add(column.id);
    if (header.trim() === '') return null;
    if (column !== undefined && !twice) return column.id;
    const code = twice ? 'COLUMN_DUPLICATE' : 'COLUMN_UNKNOWN';
    const [message, messageZh] = twice
      ? ['the column comes twice', '列重复']
      : ['no such column', '没有这一列'];
    faults.push({ row: 1, column: String(index + 1), code, message, messageZh });
    return null;
  });
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(named.flatMap((id, index) => (id === null ? [] : [[id, cells[index] ?? '']]))),
  }));
  return { rows, faults };
}

export function emptyTable(): RowFault {
  return {
    row: 1,
    column: '',
    code: 'TABLE_EMPTY',
    message: 'there is no row below the header',
    messageZh: '表头下没有数据',
  };
}
