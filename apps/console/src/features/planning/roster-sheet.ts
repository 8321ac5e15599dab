import type { RosterFault, RosterTrial } from '../../api/planning.js';
import { rosterCsv, type RosterRow } from './roster-csv.js';

/** A roster on screen: what the file said, what was mended since, and what is still wrong. */
export type RosterSheet = {
  readonly columns: RosterTrial['columns'];
  readonly rows: readonly RosterRow[];
  readonly faults: readonly RosterFault[];
  readonly faultCount: number;
  readonly units: RosterTrial['units'];
  /** Columns of the file that nobody knows: they are not among the rows. */
  readonly dropped: readonly RosterFault[];
  readonly isChanged: boolean;
};

const isOfHeader = ({ row, column }: RosterFault): boolean => row === 1 && /^\d+$/.test(column);

/** What a trial of a file says; of one that was on screen before, what was dropped then is still said. */
export function sheetOf(trial: RosterTrial, before: RosterSheet | null): RosterSheet {
  const dropped = trial.faults.filter(isOfHeader);
  const faults = trial.faults.filter((fault) => !isOfHeader(fault));
  return {
    ...trial,
    ...{ faults, faultCount: trial.faultCount - dropped.length },
    dropped: before === null ? dropped : before.dropped,
    isChanged: before === null && dropped.length > 0,
  };
}

/** One cell otherwise: what was wrong with it is no longer known. */
export function withCell(sheet: RosterSheet, row: number, column: string, text: string): RosterSheet {
  const rows = sheet.rows.map((one) =>
    one.row === row ? { row, cells: { ...one.cells, [column]: text } } : one,
  );
  return {
    ...without(sheet, (fault) => fault.row === row && fault.column === column),
    rows,
    isChanged: true,
  };
}

export function withoutRow(sheet: RosterSheet, row: number): RosterSheet {
  const rows = sheet.rows.filter((one) => one.row !== row);
  return { ...without(sheet, (fault) => fault.row === row), rows, isChanged: true };
}

export function withNewRow(sheet: RosterSheet): RosterSheet {
  const row = (sheet.rows.at(-1)?.row ?? 1) + 1;
  return { ...sheet, rows: [...sheet.rows, { row, cells: {} }], isChanged: true };
}

/** The faults a refused import named. */
export function withFaults(sheet: RosterSheet, faults: readonly RosterFault[]): RosterSheet {
  return { ...sheet, faults, faultCount: faults.length, isChanged: false };
}

function without(sheet: RosterSheet, is: (fault: RosterFault) => boolean): RosterSheet {
  const faults = sheet.faults.filter((fault) => !is(fault));
  return { ...sheet, faults, faultCount: sheet.faultCount - (sheet.faults.length - faults.length) };
}

/** The file it is sent as. */
export function fileOf({ columns, rows }: RosterSheet): Blob {
  const ids = columns.map(({ id }) => id);
  return new Blob([rosterCsv(ids, rows)], { type: 'text/csv' });
}

const ALWAYS = new Set(['name', 'phone', 'unit', 'community', 'posts', 'category']);

/** The columns worth showing: those everybody has, and those that say something or are wrong somewhere. */
export function columnsInUse({ columns, rows, faults }: RosterSheet): RosterSheet['columns'] {
  const faulty = new Set(faults.map(({ column }) => column));
  return columns.filter(
    ({ id }) => ALWAYS.has(id) || faulty.has(id) || rows.some(({ cells }) => (cells[id] ?? '') !== ''),
  );
}
