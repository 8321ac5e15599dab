import type { Consultation } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { namedAccounts } from '../decide/named-accounts.js';
import { findCycle } from '../find.js';

export type HeldConsultation = Omit<Consultation, 'cycleId'>;

/** The consultations on record, in the order they were held; `recordedBy` is a name. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function listConsultations(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
): Promise<readonly HeldConsultation[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId, unitId: 'whole_area' });
    const held = await stores.cycles.consultations(cycleId);
    const names = await namedAccounts(
      stores,
      held.map(({ recordedBy }) => recordedBy),
    );
    return held
      .map(({ heldOn, form, summary, recordedBy, recordedAt }) => ({
        ...{ heldOn, form, summary, recordedAt },
        recordedBy: names.find(({ account }) => account === recordedBy)?.name ?? recordedBy,
      }))
      .toSorted((one, other) => one.heldOn.localeCompare(other.heldOn));
  });
}
