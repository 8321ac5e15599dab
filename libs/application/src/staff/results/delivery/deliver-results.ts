import { Refusal } from '@kaoji/domain';
import { cycleContext } from '../../../engine/cycle-context.js';
import { undeliveredOf } from '../../../engine/remind-delivery.js';
import type { DeliveryWay } from '../../../ports/contests.js';
import type { Appraisal, Instant } from '../../../ports/records.js';
import type { Stores } from '../../../ports/stores.js';
import type { Actor } from '../../access/actor.js';
import { messageId } from '../../access/idempotency.js';
import { demand } from '../../access/permissions.js';
import { isOwn } from '../../collect/own-evidence.js';
import { findCycle, findCycleUnit, notFound } from '../../find.js';
import { askWorkflow, type AskDeps } from '../../messages/ask-workflow.js';
import type { RulebookShelf } from '../../plan/rulebook-shelf.js';
import { recordDeliveries } from './record-deliveries.js';
import { demandWitnesses } from './witnesses.js';

/** How named staff deliver; each of these is somebody's own act. */
export type StaffDelivery = {
  readonly way: Exclude<DeliveryWay, 'received' | 'signed'>;
  readonly witnesses?: readonly string[] | undefined; // accounts, of a refusal
  readonly reference?: string | undefined; // of what was posted
};
export type DeliveryInput = StaffDelivery & {
  readonly cycleId: string;
  readonly unitId: string;
  /** Absent: everybody of the unit whose result is on its way. */
  readonly appraisals?: readonly string[] | undefined;
  readonly key: string;
};
export type DeliveredAnswer = { readonly delivered: number; readonly deliveredAt: Instant };

/**
 * Named staff record that written results have reached their people: handed over, one or a whole list at once;
 * refused before two witnesses; or posted, each with its reference. The time to contest counts from the record,
 * never from earlier. Refuses `WITNESSES_INVALID`, `REFERENCE_MISSING`, `NOTHING_TO_DELIVER`, `RESULT_NOT_READY`,
 * `ALREADY_DELIVERED`, `BATCH_REFUSED` (a refusal or a posted letter is one person's), `FORBIDDEN` (one's own), `NOT_FOUND`.
 */
export async function deliverResults(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: DeliveryInput,
): Promise<DeliveredAnswer> {
  const { key, cycleId, unitId, ...delivery } = input;
  const keyed = { verb: 'deliver', key, request: { cycleId, unitId, ...delivery } };
  return askWorkflow<DeliveredAnswer>(deps, actor, keyed, async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    await findCycleUnit(stores, cycleId, unitId);
    demand(actor, 'result.deliver', { areaId: cycle.areaId, unitId });
    const appraisals = await chosen(stores, actor, input);
    await demandProof(stores, appraisals, delivery);
    const context = await cycleContext(deps, stores, cycleId);
    const deliveredAt = deps.clock.now();
    const handing = handingOf(actor, delivery);
    const results = await recordDeliveries(stores, context, appraisals, handing, deliveredAt);
    return {
      message: {
        ...{ kind: 'deliver_results', cycleKey: cycle.key, updateId: messageId(actor, key), results },
      },
      answer: { delivered: results.length, deliveredAt },
    };
  });
}

export function handingOf(actor: Actor, { way, witnesses, reference }: StaffDelivery) {
  const named = way === 'refused_witnessed' ? [...(witnesses ?? [])] : [];
  return {
    ...{ way, deliveredBy: actor.accountId, witnesses: named },
    reference: way === 'posted' ? (reference ?? null) : null,
  };
}

async function chosen(
  stores: Stores,
  actor: Actor,
  { cycleId, unitId, appraisals }: DeliveryInput,
): Promise<readonly Appraisal[]> {
  const everybody = new Map((await stores.appraisals.ofUnit(cycleId, unitId)).map((one) => [one.id, one]));
  const open = appraisals ?? (await undeliveredOf(stores, cycleId, unitId)).map((one) => one.appraisal.id);
  const found = [...new Set(open)].map((id) => {
    const appraisal = everybody.get(id);
    if (appraisal === undefined) throw notFound('appraisal in this unit');
    return appraisal;
  });
  if (appraisals === undefined) return notOwn(found, actor);
  if (found.some((one) => isOwn(actor, one))) {
    throw new Refusal('FORBIDDEN', 'Nobody hands a result to themself: receive it instead.');
  }
  return found;
}

/** Of a whole list: whoever hands it out receives their own like everybody else. */
function notOwn(appraisals: readonly Appraisal[], actor: Actor): readonly Appraisal[] {
  const others = appraisals.filter((one) => !isOwn(actor, one));
  if (others.length === 0) throw new Refusal('NOTHING_TO_DELIVER', 'No result of this unit is on its way.');
  return others;
}

/** What a way of delivering must show. Refuses as `deliverResults` does. */
export async function demandProof(
  stores: Stores,
  appraisals: readonly Appraisal[],
  { way, witnesses, reference }: StaffDelivery,
): Promise<void> {
  if (way === 'handed_over') return;
  const [only, ...more] = appraisals;
  if (only === undefined || more.length > 0) {
    throw new Refusal('BATCH_REFUSED', 'A refusal and a posted letter are recorded one by one.');
  }
  if (way === 'posted') {
    if ((reference ?? '').trim() === '') {
      throw new Refusal('REFERENCE_MISSING', 'Name the reference of what was posted.');
    }
    return;
  }
  await demandWitnesses(stores, only, witnesses ?? []);
}
