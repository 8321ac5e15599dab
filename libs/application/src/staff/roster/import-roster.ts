import type { Ids } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { insertAppraisees } from './insert-appraisees.js';
import { readRoster } from './read-roster.js';
import { refuseFaults } from './row-fault.js';
import type { Table } from './table.js';
import { refuseOpen } from './try-roster.js';

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
    refuseOpen(cycle.state);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const { rows, placed, faults } = await readRoster(stores, cycle, rulebook, table);
    refuseFaults('ROSTER_INVALID', faults);
    await insertAppraisees(deps.ids, stores, cycleId, placed, false);
    return { imported: rows.length };
  });
}
