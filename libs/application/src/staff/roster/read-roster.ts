import type { Rulebook } from '@kaoji/domain';
import type { Cycle } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { checkRoster, type PlacedEntry, type RosterPlaces } from './check-roster.js';
import { emptyTable, nameColumns } from './name-columns.js';
import { readRosterRow } from './read-roster-row.js';
import { rosterColumns } from './roster-columns.js';
import { rosterPlaces } from './roster-places.js';
import { eachOnce, type RowFault, type TableRow } from './row-fault.js';
import type { Table } from './table.js';

export type ReadRoster = {
  readonly rows: readonly TableRow[];
  readonly placed: readonly PlacedEntry[];
  readonly faults: readonly RowFault[];
  readonly places: RosterPlaces;
};

/** Reads a table as the roster of a cycle: its lines in their units, and everything that is wrong with it. */
export async function readRoster(
  stores: Stores,
  cycle: Pick<Cycle, 'id' | 'areaId' | 'year'>,
  rulebook: Rulebook,
  table: Table,
): Promise<ReadRoster> {
  const { rows, faults } = nameColumns(table, rosterColumns(rulebook));
  const entries = rows.map((row) => ({
    row: row.row,
    entry: readRosterRow(rulebook, row, (fault) => void faults.push(fault)),
  }));
  if (rows.length === 0) faults.push(emptyTable());
  const places = await rosterPlaces(stores, cycle, entries);
  const checked = checkRoster(rulebook, cycle.year, places, entries);
  return { rows, placed: checked.placed, faults: eachOnce([...faults, ...checked.faults]), places };
}
