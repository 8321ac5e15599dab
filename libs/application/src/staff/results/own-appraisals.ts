import type { Appraisal, Cycle } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { findCycle } from '../find.js';

export type OwnAppraisal = Pick<
  Appraisal,
  'id' | 'cycleId' | 'unitId' | 'status' | 'notifiedAt' | 'contestUntil'
> &
  Pick<Cycle, 'year' | 'run'> & { readonly dutyReportVersion: number; readonly signed: boolean | null };

/** The appraisals about the person who asks. */
export async function ownAppraisals(
  deps: { readonly transactions: Transactions },
  { personId }: Actor,
): Promise<readonly OwnAppraisal[]> {
  if (personId === null) return [];
  return deps.transactions.read(async (stores) => {
    const own: OwnAppraisal[] = [];
    for (const appraisal of await stores.appraisals.ofPerson(personId)) {
      const { year, run } = await findCycle(stores, appraisal.cycleId);
      const report = await stores.appraisals.latestDutyReport(appraisal.id);
      const signature = await stores.decisions.signature(appraisal.id);
      const { id, cycleId, unitId, status, notifiedAt, contestUntil } = appraisal;
      const dutyReportVersion = report?.version ?? 0;
      const signed = signature?.signed ?? null;
      own.push({
        id,
        cycleId,
        unitId,
        status,
        notifiedAt,
        contestUntil,
        year,
        run,
        dutyReportVersion,
        signed,
      });
    }
    return own;
  });
}
