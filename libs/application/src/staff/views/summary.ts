import type { QuotaSheet } from '@kaoji/domain';
import type { Appraisal } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { everyAppraisal } from '../every-appraisal.js';
import { findCycle } from '../find.js';

export type Summary = {
  readonly appraisals: number;
  readonly byGrade: Readonly<Record<string, number>>;
  readonly ungraded: number;
  readonly commentOnly: number;
  readonly held: number;
  readonly undecided: number;
  readonly left: number;
  readonly surveyResponses: number;
  readonly quota: readonly QuotaSheet[];
  readonly ledgerEntries: number;
};

/** A cycle in numbers: final results as notified, seats, answers, entitlements. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function cycleSummary(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
): Promise<Summary> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'cycle.summary', { areaId, unitId: 'any_unit' });
    const appraisals = await everyAppraisal(stores, cycleId);
    const stayed = appraisals.filter(({ status }) => status !== 'left');
    const count = (status: string) => stayed.filter(({ finalStatus }) => finalStatus === status).length;
    return {
      appraisals: appraisals.length,
      byGrade: countGrades(stayed),
      ungraded: count('ungraded'),
      commentOnly: count('comment_only'),
      held: count('held'),
      undecided: count('undecided'),
      left: appraisals.length - stayed.length,
      surveyResponses: await stores.surveys.responseCount(cycleId),
      quota: await sheetsOf(stores, cycleId),
      ledgerEntries: await stores.ledger.countOfCycle(cycleId), // of rehearsals too: counted, not assumed
    };
  });
}

function countGrades(appraisals: readonly Appraisal[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { finalGrade } of appraisals) {
    if (finalGrade !== null) counts.set(finalGrade, (counts.get(finalGrade) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

async function sheetsOf(stores: Stores, cycleId: string): Promise<readonly QuotaSheet[]> {
  const sheets: QuotaSheet[] = [];
  for (const { unitId } of await stores.cycles.units(cycleId)) {
    const stored = await stores.results.quotaSheet(cycleId, unitId);
    if (stored !== null) sheets.push(JSON.parse(stored.body) as QuotaSheet);
  }
  return sheets;
}
