import { Refusal } from '@kaoji/domain';

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

/** The same cell and code once. */
export function eachOnce(faults: readonly RowFault[]): readonly RowFault[] {
  return [
    ...new Map(faults.map((fault) => [`${fault.row} ${fault.column} ${fault.code}`, fault])).values(),
  ].sort((one, other) => one.row - other.row);
}

/** Refuses with all faults, the same cell and code once. */
export function refuseFaults(code: string, faults: readonly RowFault[]): void {
  if (faults.length === 0) return;
  const unique = eachOnce(faults);
  const shown = unique
    .slice(0, MOST_FAULTS)
    .map((fault) => ({ path: `${fault.row}.${fault.column}`, ...fault }));
  const count = unique.length === 1 ? 'one fault' : `${unique.length} faults`;
  throw new Refusal(code, `Nothing was imported: ${count}, the first in row ${unique[0]?.row ?? 1}.`, {
    errors: shown,
  });
}
