import type { LedgerStore } from '@kaoji/application';
import { ledgerTable, payrollExportTable } from '../schema/decision.entities.js';
import type { Session } from '../session.js';
import { insertRows, taken } from '../statements.js';

/** The entitlement ledger and its exports. */
export function createLedgerStore(session: Session): LedgerStore {
  const { manager } = session;
  const inOrder = { 'l.enteredAt': 'ASC', 'l.key': 'ASC' } as const;
  return {
    enter: (entries) =>
      insertRows(
        session,
        ledgerTable,
        entries,
        taken('DUPLICATE_LEDGER_ENTRY', 'This entitlement is entered, or undone, already.'),
      ),
    ofPerson: (personId) =>
      manager
        .createQueryBuilder(ledgerTable, 'l')
        .where('l.personId = :personId', { personId })
        .orderBy(inOrder)
        .getMany(),
    ofAppraisal: (appraisalId) =>
      manager
        .createQueryBuilder(ledgerTable, 'l')
        .where('l.appraisalId = :appraisalId', { appraisalId })
        .orderBy(inOrder)
        .getMany(),
    countOfCycle: (cycleId) =>
      manager.createQueryBuilder(ledgerTable, 'l').where('l.cycleId = :cycleId', { cycleId }).getCount(),
    enteredBetween: (areaId, from, until) =>
      manager
        .createQueryBuilder(ledgerTable, 'l')
        .innerJoin('cycle', 'c', 'c.id = l.cycleId')
        .where('c.areaId = :areaId AND l.enteredAt >= :from AND l.enteredAt < :until', {
          areaId,
          from,
          until,
        })
        .orderBy({ 'l.key': 'ASC' })
        .getMany(),
    insertExport: (row) =>
      insertRows(
        session,
        payrollExportTable,
        [row],
        taken('DUPLICATE_PAYROLL_EXPORT', 'This export is recorded already.'),
      ),
    exportsOf: (areaId) =>
      manager
        .createQueryBuilder(payrollExportTable, 'p')
        .where('p.areaId = :areaId', { areaId })
        .orderBy({ 'p.exportedAt': 'ASC', 'p.id': 'ASC' })
        .getMany(),
  };
}
