import { endOfCivilDay, payrollSheet, Refusal, startOfCivilDay, type PayrollSheet } from '@kaoji/domain';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { PayrollExport } from '../../ports/ledger.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { civilDay } from './civil-today.js';

export type PayrollInput = {
  readonly areaId: string;
  readonly from: string; // civil dates, both included
  readonly to: string;
  readonly format: 'csv' | 'xlsx';
};
export type PayrollFile = PayrollInput & { readonly sheet: PayrollSheet };

const ZONE = 'Asia/Shanghai';

/**
 * What was entered into the ledgers of an area in a period that is over, for payroll. The ledger only grows, so
 * a period that is over has the same rows, hash and file for ever. Every export is recorded. Refuses
 * `PERIOD_INVALID` (not over yet, or ends before it begins), `CIVIL_DATE_INVALID`, `FORBIDDEN`.
 */
export async function exportPayroll(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly ids: Ids },
  actor: Actor,
  input: PayrollInput,
): Promise<PayrollFile> {
  const { areaId, from, to, format } = input;
  demand(actor, 'ledger.export', { areaId, unitId: 'whole_area' });
  const exportedAt = deps.clock.now();
  const [start, end] = [startOfCivilDay(from, ZONE), endOfCivilDay(to, ZONE)];
  if (to < from || to >= civilDay(exportedAt)) {
    throw new Refusal('PERIOD_INVALID', 'A period is exported once its last day is over.', { from, to });
  }
  return deps.transactions.run(async (stores) => {
    const entries = await stores.ledger.enteredBetween(areaId, start, end + 1);
    const lines = entries.map((entry) => ({ ...entry, enteredOn: civilDay(entry.enteredAt) }));
    const sheet = payrollSheet({ areaId, from, to }, lines);
    await stores.ledger.insertExport({
      id: deps.ids.next(),
      areaId,
      fromDay: from,
      toDay: to,
      format,
      entries: entries.length,
      contentHash: sheet.contentHash,
      exportedBy: actor.accountId,
      exportedAt,
    });
    return { ...input, sheet };
  });
}

/** Every export of an area, oldest first; they are of all its units. Refuses `FORBIDDEN`. */
export async function payrollExports(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  areaId: string,
): Promise<readonly PayrollExport[]> {
  demand(actor, 'ledger.read', { areaId, unitId: 'whole_area' });
  return deps.transactions.read((stores) => stores.ledger.exportsOf(areaId));
}
