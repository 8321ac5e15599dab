import { Refusal } from '@kaoji/domain';
import type { ResultStatus } from '@kaoji/domain';
import type { CycleContext } from '../../../engine/cycle-context.js';
import { contestUntil, needsConfirmation } from '../../../engine/notify-unit.js';
import { closeResults } from '../../../engine/result-tasks.js';
import type { DeliveredDocument, DeliveryRow, DeliveryWay, WrittenResult } from '../../../ports/contests.js';
import type { Appraisal, Instant } from '../../../ports/records.js';
import type { Stores } from '../../../ports/stores.js';
import type { StaffMessage } from '../../messages/staff-message.js';

export type ResultDocument = Extract<DeliveredDocument, 'result' | 'later_result'>;
export type Handing = {
  readonly way: DeliveryWay;
  readonly deliveredBy: string; // account
  readonly witnesses: readonly string[]; // accounts
  readonly reference: string | null;
};
type ToDeliver = Extract<StaffMessage, { readonly kind: 'deliver_results' }>;

/** The result of this appraisal that waits to be delivered: what was written last. Refuses `RESULT_NOT_READY`, `ALREADY_DELIVERED`. */
export function waitingResult(appraisal: Appraisal, written: readonly WrittenResult[]): WrittenResult {
  const results = written.filter(
    ({ appraisalId, document }) =>
      appraisalId === appraisal.id && (document === 'result' || document === 'later_result'),
  );
  const last = results.at(-1);
  if (appraisal.notifiedAt !== null && last !== undefined && appraisal.status !== 'held') {
    throw new Refusal('ALREADY_DELIVERED', 'This result has been delivered already.');
  }
  if (last === undefined || appraisal.notifiedAt !== null) {
    throw new Refusal('RESULT_NOT_READY', 'There is no written result to deliver.');
  }
  return last;
}

/**
 * Writes down that results have reached their people, set by set: each delivery with its way, the time to contest
 * counted from it, the inbox done. Gives what tells the appraisals. Refuses as `waitingResult`, and
 * `DUPLICATE_DELIVERY` where somebody else delivers at the same moment.
 */
export async function recordDeliveries(
  stores: Stores,
  context: CycleContext,
  appraisals: readonly Appraisal[],
  handing: Handing,
  at: Instant,
): Promise<ToDeliver['results']> {
  const ids = appraisals.map(({ id }) => id);
  const written = await stores.deliveries.writtenTo(ids);
  const hurting = await hurtingOf(stores, ids);
  const delivered = appraisals.map((appraisal) => {
    const { document, resultHash, approvedBy } = waitingResult(appraisal, written);
    const until = contestUntil(context, appraisal.finalGrade ?? appraisal.finalStatus ?? '', at);
    const row: DeliveryRow = {
      ...handing,
      ...{ appraisalId: appraisal.id, document, deliveredAt: at, contestUntil: until },
    };
    const result: ToDeliver['results'][number] = {
      appraisalId: appraisal.id,
      after: document === 'result' ? 'list' : 'hold',
      outcome: appraisal.finalStatus as ResultStatus,
      grade: appraisal.finalGrade,
      ...{ resultHash, approvedBy, notifiedAt: at, contestUntil: until },
      adverse: hurting.get(appraisal.id) ?? 0,
    };
    return { row, result };
  });
  await stores.deliveries.insert(delivered.map(({ row }) => row));
  await stores.appraisals.advanceMany(
    delivered.map(({ row }) => ({
      id: row.appraisalId,
      change: { notifiedAt: at, contestUntil: row.contestUntil },
    })),
  );
  await closeResults(stores, ids, at);
  return delivered.map(({ result }) => result);
}

async function hurtingOf(stores: Stores, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const row of await stores.decisions.currentConsequences(ids)) {
    if (!needsConfirmation(row) || row.state !== 'proposed') continue;
    counts.set(row.appraisalId, (counts.get(row.appraisalId) ?? 0) + 1);
  }
  return counts;
}
