import { Refusal } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { emptyTable, nameColumns } from '../roster/name-columns.js';
import { refuseFaults, type RowFault } from '../roster/row-fault.js';
import type { Table } from '../roster/table.js';
import { markRows, marksAreGiven, noReads, type GiveMarksDeps, type MarkReads } from './give-marks.js';
import { markColumns } from './mark-columns.js';
import { readMarkRow, type ReadRow } from './read-mark-row.js';
import { appendAdjustments } from './record-adjustments.js';
import { appendRoutine } from './record-routine.js';

/**
 * Imports marks (of the person who imports), routine scores and adjustments, all of the file or nothing. A
 * mark given before is corrected. Refuses `MARKS_INVALID` (`details.errors`: row, column, code, sentence; what
 * a single mark would be refused for is told per row), `NOT_FOUND` and, to whoever has no such role in the area, `FORBIDDEN`.
 */
export async function importMarks(
  deps: GiveMarksDeps,
  actor: Actor,
  cycleId: string,
  table: Table,
): Promise<{ readonly imported: number }> {
  return deps.transactions.run(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'evidence.import', { areaId, unitId: 'any_unit' }); // row by row the rest
    const { rows, faults } = nameColumns(table, markColumns());
    const read = rows.flatMap((row) => readMarkRow(row, (fault) => void faults.push(fault)) ?? []);
    if (rows.length === 0) faults.push(emptyTable());
    refuseFaults('MARKS_INVALID', [...faults, ...duplicates(read)]);
    const reads = noReads();
    for (const row of read) {
      await inItsRow(row.row, faults, () => writeRow(deps, actor, stores, cycleId, row, reads));
    }
    refuseFaults('MARKS_INVALID', faults);
    await marksAreGiven(stores, actor, reads, deps.clock.now());
    return { imported: read.length };
  });
}

async function writeRow(
  deps: GiveMarksDeps,
  actor: Actor,
  stores: Stores,
  cycleId: string,
  { entry }: ReadRow,
  reads: MarkReads,
): Promise<void> {
  switch (entry.kind) {
    case 'mark': {
      const [row] = await markRows(deps, actor, stores, [{ ...entry.mark, version: 1 }], reads);
      if (row === undefined) return;
      const { appraisalId, part, post, role, raterId } = row;
      const version = (await stores.marks.latestVersion(appraisalId, part, post, role, raterId)) + 1;
      return stores.marks.append([{ ...row, version }]);
    }
    case 'routine':
      return appendRoutine(deps, actor, stores, cycleId, [entry.routine]);
    case 'adjustment':
      return appendAdjustments(deps, actor, stores, cycleId, [entry.adjustment]);
  }
}

/** A refusal becomes a fault of its row; faults then undo the whole import. Anything else is thrown on. */
async function inItsRow(row: number, faults: RowFault[], write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code.endsWith('_UNAVAILABLE')) throw error;
    faults.push({ row, column: '', code: error.code, message: error.message, messageZh: '该行未被接受' });
  }
}

function duplicates(rows: readonly ReadRow[]): readonly RowFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, key }): RowFault[] => {
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      return [];
    }
    const message = `the same as in row ${before}`;
    return [{ row, column: '', code: 'DUPLICATE_ROW', message, messageZh: `与第 ${before} 行重复` }];
  });
}
