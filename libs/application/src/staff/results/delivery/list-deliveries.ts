import type { DeliveryRow, WrittenResult } from '../../../ports/contests.js';
import type { Transactions } from '../../../ports/stores.js';
import type { Actor } from '../../access/actor.js';
import { demand } from '../../access/permissions.js';
import { findCycle, findCycleUnit } from '../../find.js';

export type DeliveryItem = Pick<WrittenResult, 'appraisalId' | 'document' | 'writtenAt' | 'dueAt'> & {
  readonly delivery: Pick<
    DeliveryRow,
    'way' | 'deliveredBy' | 'witnesses' | 'reference' | 'deliveredAt' | 'contestUntil'
  > | null;
};

/** What a unit has written to its people and what of it has reached them. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function listDeliveries(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
): Promise<readonly DeliveryItem[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    await findCycleUnit(stores, cycleId, unitId);
    demand(actor, 'result.deliveries', { areaId, unitId });
    const ids = (await stores.appraisals.ofUnit(cycleId, unitId)).map(({ id }) => id);
    const deliveries = new Map(
      (await stores.deliveries.ofAppraisals(ids)).map((one) => [`${one.appraisalId}/${one.document}`, one]),
    );
    return (await stores.deliveries.writtenTo(ids)).map(({ appraisalId, document, writtenAt, dueAt }) => ({
      ...{ appraisalId, document, writtenAt, dueAt },
      delivery: shown(deliveries.get(`${appraisalId}/${document}`)),
    }));
  });
}

function shown(row: DeliveryRow | undefined): DeliveryItem['delivery'] {
  if (row === undefined) return null;
  const { way, deliveredBy, witnesses, reference, deliveredAt, contestUntil } = row;
  return { way, deliveredBy, witnesses, reference, deliveredAt, contestUntil };
}
