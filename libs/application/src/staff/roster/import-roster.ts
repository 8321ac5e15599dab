import { Refusal } from '@kaoji/domain';
import type { Ids } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { checkRoster } from './check-roster.js';
import { insertAppraisees } from './insert-appraisees.js';
import { columnNamed, rosterColumns } from './roster-columns.js';
import { readRosterRow } from './read-roster-row.js';
import { rosterPlaces } from './roster-places.js';
import { MOST_FAULTS, type RowFault, type TableRow } from './row-fault.js';
import type { Table } from './table.js';

export type ImportRosterDeps = {
  readonly transactions: Transactions;
  readonly ids: Ids;
  readonly rulebooks: RulebookShelf;
};

/**
 * Imports a roster before the cycle opens, all of it or nothing; a second file adds to the first. Refuses
 * `ROSTER_INVALID` (`details.errors`: row, column, code, sentence), `ROSTER_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function importRoster(
  deps: ImportRosterDeps,
  actor: Actor,
  cycleId: string,
  table: Table,
): Promise<{ readonly imported: number }> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (cycle.state === 'open' || cycle.state === 'closed') {
      throw new Refusal('ROSTER_CLOSED', 'The cycle is open. People who join now are added one by one.');
    }
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const { rows, faults } = nameColumns(table, rosterColumns(rulebook));
    const entries = rows.map((row) => ({
      row: row.row,
      entry: readRosterRow(rulebook, row, (fault) => void faults.push(fault)),
    }));
    if (rows.length === 0) faults.push(emptyTable());
    const places = await rosterPlaces(stores, cycle, entries);
    const checked = checkRoster(rulebook, cycle.year, places, entries);
    refuseFaults('ROSTER_INVALID', [...faults, ...checked.faults]);
    await insertAppraisees(deps.ids, stores, cycleId, checked.placed, false);
    return { imported: rows.length };
  });
}

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

/** Refuses with all faults, the same cell and code once. */
export function refuseFaults(code: string, faults: readonly RowFault[]): void {
  if (faults.length === 0) return;
  const unique = [
    ...new Map(faults.map((fault) => [`${fault.row} ${fault.column} ${fault.code}`, fault])).values(),
  ];
  const shown = unique
    .slice(0, MOST_FAULTS)
    .map((fault) => ({ path: `${fault.row}.${fault.column}`, ...fault }));
  const count = unique.length === 1 ? 'one fault' : `${unique.length} faults`;
  throw new Refusal(code, `Nothing was imported: ${count}, the first in row ${unique[0]?.row ?? 1}.`, {
    errors: shown,
  });
}
