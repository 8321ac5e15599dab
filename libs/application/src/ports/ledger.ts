import type { CivilDate, LedgerLine } from '@kaoji/domain';
import type { Instant } from './records.js';

/** A ledger line as it is stored. Append-only; the database itself refuses a row of a rehearsal. */
export type LedgerEntry = LedgerLine & {
  readonly cycleId: string;
  readonly appraisalId: string;
  readonly confirmedBy: string;
  readonly enteredAt: Instant;
};

/** Append-only: one export for payroll, each time somebody made one. */
export type PayrollExport = {
  readonly id: string;
  readonly areaId: string;
  readonly fromDay: CivilDate;
  readonly toDay: CivilDate; // the last day, included
  readonly format: 'csv' | 'xlsx';
  readonly entries: number;
  readonly contentHash: string;
  readonly exportedBy: string;
  readonly exportedAt: Instant;
};

export type LedgerStore = {
  /** Refuses `DUPLICATE_LEDGER_ENTRY`, `LEDGER_REHEARSAL`, `LEDGER_MISMATCH`, `LEDGER_REVERSAL` (undone before, or no entry of this appraisal). */
  enter(entries: readonly LedgerEntry[]): Promise<void>;
  ofPerson(personId: string): Promise<readonly LedgerEntry[]>;
  ofAppraisal(appraisalId: string): Promise<readonly LedgerEntry[]>;
  countOfCycle(cycleId: string): Promise<number>;
  /** Of the cycles of an area, entered from `from` until before `until`. */
  enteredBetween(areaId: string, from: Instant, until: Instant): Promise<readonly LedgerEntry[]>;
  insertExport(row: PayrollExport): Promise<void>;
  exportsOf(areaId: string): Promise<readonly PayrollExport[]>;
};
