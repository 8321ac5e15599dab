export type RosterRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** As many quotes as it takes: whatever somebody typed stays one cell. */
const cellOf = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * Rows as CSV, each on the line of its number, so that what the service says of a row is said of the row on screen; lines
 * between are empty. Rows come in order of their number, from 2.
 */
export function rosterCsv(columns: readonly string[], rows: readonly RosterRow[]): string {
  const lines = [columns.map(cellOf).join(',')];
  for (const { row, cells } of rows) {
    while (lines.length < row - 1) lines.push('');
    lines.push(columns.map((column) => cellOf(cells[column] ?? '')).join(','));
  }
  return `${lines.join('\n')}\n`;
}
