import { Refusal } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { readRoster } from './read-roster.js';
import { rosterColumns, type Column } from './roster-columns.js';
import { MOST_FAULTS, type RowFault, type TableRow } from './row-fault.js';
import type { Table } from './table.js';

export type RosterTrial = {
  readonly columns: readonly (Omit<Column, 'hint'> & { readonly hint: string | null })[];
  readonly rows: readonly TableRow[];
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly count: number }[];
};

/**
 * A roster as it would be imported: its cells by column, every fault, and how many would come to each unit. Nothing is
 * written. Refuses `ROSTER_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function tryRoster(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
  table: Table,
): Promise<RosterTrial> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    refuseOpen(cycle.state);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const { rows, placed, faults, places } = await readRoster(stores, cycle, rulebook, table);
    return {
      columns: rosterColumns(rulebook).map(({ id, title, hint }) => ({ id, title, hint: hint ?? null })),
      rows,
      faults: faults.slice(0, MOST_FAULTS),
      faultCount: faults.length,
      units: places.units.map(({ id, name }) => ({
        ...{ unitId: id, name },
        count: placed.filter(({ unitId }) => unitId === id).length,
      })),
    };
  });
}

/** A roster is complete when the cycle opens. */
export function refuseOpen(state: string): void {
  if (state === 'open' || state === 'closed') {
    throw new Refusal('ROSTER_CLOSED', 'The cycle is open. People who join now are added one by one.');
  }
}
