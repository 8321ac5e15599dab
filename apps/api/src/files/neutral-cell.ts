/** What spreadsheet programs take for the start of a formula, full-width forms included. */
const FORMULA_START = /^[\s\u0000]*[=+\-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as a cell that no spreadsheet program runs: an apostrophe goes before whatever looks like a formula. */
export function neutralCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** One line of CSV (RFC 4180), every cell neutral and quoted where needed. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const text = neutralCell(cell);
    return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(',')}\r\n`;
}
