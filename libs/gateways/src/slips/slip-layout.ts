/** Everything in points, 72 to an inch; A4 is 210 x 297 mm. */
const MM = 72 / 25.4;
export const PAGE = { width: 210 * MM, height: 297 * MM };
export const COLUMNS = 2;
export const ROWS = 5;
export const PER_PAGE = COLUMNS * ROWS;
export const SLIP = { width: PAGE.width / COLUMNS, height: PAGE.height / ROWS };

/** Printers leave a few millimetres blank at the edge of the sheet, and scissors are not exact. */
export const MARGIN = 7 * MM;
/** The code without its quiet zone; a telephone at arm's length reads modules of 0.6 mm and more. */
export const CODE_SIDE = 34 * MM;
export const MARK = 3.5 * MM;

export type Place = { readonly x: number; readonly y: number };

/** The upper left corner of the n-th slip of a page, in reading order. */
export function placeOf(index: number): Place {
  return { x: (index % COLUMNS) * SLIP.width, y: Math.floor(index / COLUMNS) * SLIP.height };
}

/** Where to cut: at every crossing of two cuts and where a cut leaves the sheet, a short cross. */
export function cutMarks(): readonly { readonly from: Place; readonly to: Place }[] {
  const marks = [];
  for (let column = 0; column <= COLUMNS; column += 1) {
    for (let row = 0; row <= ROWS; row += 1) {
      const [x, y] = [column * SLIP.width, row * SLIP.height];
      const isCutAcross = row > 0 && row < ROWS;
      const isCutDown = column > 0 && column < COLUMNS;
      if (isCutAcross) marks.push({ from: { x: x - MARK, y }, to: { x: x + MARK, y } });
      if (isCutDown) marks.push({ from: { x, y: y - MARK }, to: { x, y: y + MARK } });
    }
  }
  return marks;
}
