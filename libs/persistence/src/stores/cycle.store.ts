import type { CycleStore } from '@kaoji/application';
import {
  consultationTable,
  cycleTable,
  cycleUnitTable,
  earlyClosingTable,
} from '../schema/cycle.entities.js';
import type { Session } from '../session.js';
import { advanceRow, insertRows, taken } from '../statements.js';
import { onPage } from './page.js';

/** Cycles, their consultations and their quota units. */
export function createCycleStore(session: Session): CycleStore {
  const { manager } = session;
  return {
    insert: async (cycle, units) => {
      const refusal = taken('DUPLICATE_CYCLE', 'This area has a cycle of this year and run already.');
      await insertRows(session, cycleTable, [cycle], refusal);
      await insertRows(
        session,
        cycleUnitTable,
        units,
        taken('DUPLICATE_UNIT', 'A unit is named twice in this cycle.'),
      );
    },
    byId: (id) => manager.createQueryBuilder(cycleTable, 'c').where('c.id = :id', { id }).getOne(),
    list: (areaId, page) => {
      const cycles = manager.createQueryBuilder(cycleTable, 'c');
      if (areaId !== null) cycles.where('c.areaId = :areaId', { areaId });
      return onPage(cycles, 'c', page).getMany();
    },
    runsOf: async (areaId, year) => {
      const rows = await manager
        .createQueryBuilder(cycleTable, 'c')
        .select('c.run', 'run')
        .where('c.areaId = :areaId AND c.year = :year', { areaId, year })
        .orderBy('c.run')
        .getRawMany<{ run: string }>();
      return rows.map((row) => row.run);
    },
    advance: (id, expectedVersion, change) =>
      advanceRow(session, cycleTable, { id }, expectedVersion, change),
    insertConsultation: (consultation) =>
      insertRows(
        session,
        consultationTable,
        [consultation],
        taken('DUPLICATE_CONSULTATION', 'This consultation is on record already.'),
      ),
    consultations: (cycleId) =>
      manager
        .createQueryBuilder(consultationTable, 'c')
        .where('c.cycleId = :cycleId', { cycleId })
        .orderBy({ 'c.heldOn': 'ASC', 'c.form': 'ASC' })
        .getMany(),
    insertEarlyClosing: (closing) =>
      insertRows(
        session,
        earlyClosingTable,
        [closing],
        taken('DUPLICATE_EARLY_CLOSING', 'This closing is on record already.'),
      ),
    earlyClosings: (cycleId) =>
      manager
        .createQueryBuilder(earlyClosingTable, 'e')
        .where('e.cycleId = :cycleId', { cycleId })
        .orderBy({ 'e.closedAt': 'ASC', 'e.id': 'ASC' })
        .getMany(),
    units: (cycleId) =>
      manager
        .createQueryBuilder(cycleUnitTable, 'u')
        .where('u.cycleId = :cycleId', { cycleId })
        .orderBy('u.unitId')
        .getMany(),
    unit: (cycleId, unitId) =>
      manager
        .createQueryBuilder(cycleUnitTable, 'u')
        .where('u.cycleId = :cycleId AND u.unitId = :unitId', { cycleId, unitId })
        .getOne(),
    advanceUnit: (cycleId, unitId, expectedVersion, change) =>
      advanceRow(session, cycleUnitTable, { cycleId, unitId }, expectedVersion, change),
  };
}
