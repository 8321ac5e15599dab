/** One line of an imported table: its number as a spreadsheet counts (the header is 1), cells by column. */
export type TableRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** What is wrong in which cell. Sentences never repeat what the cell says: it may be a name. */
export type RowFault = {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
  readonly messageZh: string;
};

/** Faults reported at once: enough to correct a file in one go, not enough to fill a screen for hours. */
export const MOST_FAULTS = 200;
