/**
 * Rows as aligned columns; a Chinese character takes two cells of a terminal.
 * @param {readonly (readonly string[])[]} rows
 * @param {string} [indent]
 * @returns {string}
 */
export function tableText(rows, indent = '  ') {
  /** @type {number[]} */
  const widths = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, cellWidth(cell));
  }
  return rows
    .map(
      (row) =>
        indent +
        row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cellWidth(cell))).join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

/** @param {string} text */
function cellWidth(text) {
  let width = 0;
  for (const character of text)
    width += /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F]/.test(character) ? 2 : 1;
  return width;
}
