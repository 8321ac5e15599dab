import { Refusal, startOfCivilDay } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Consultation, CycleState } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';

export type PlanDeps = { readonly transactions: Transactions; readonly clock: Clock };
/** Where a cycle stands after a step of its plan. */
export type CycleStep = { readonly id: string; readonly state: CycleState; readonly version: number };
export type ConsultationInput = Pick<Consultation, 'heldOn' | 'form' | 'summary'>;

/**
 * Records that staff were heard on the plan (Labour Contract Law Art 4), as often as they were, until it is
 * published; the same day and form again changes nothing. Refuses `CIVIL_DATE_INVALID` (also for a day still to come), `CYCLE_STATE`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordConsultation(
  deps: PlanDeps,
  actor: Actor,
  cycleId: string,
  input: ConsultationInput,
): Promise<CycleStep> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    const now = deps.clock.now();
    const heldAt = startOfCivilDay(input.heldOn, 'Asia/Shanghai');
    if (heldAt > now && cycle.clock.kind === 'calendar') {
      throw new Refusal('CIVIL_DATE_INVALID', 'A consultation is recorded once it was held, not before.');
    }
    if (cycle.state !== 'draft' && cycle.state !== 'consulted') throw wrongState(cycle.state, 'draft');
    const held = await stores.cycles.consultations(cycleId);
    if (held.some(({ heldOn, form }) => heldOn === input.heldOn && form === input.form)) {
      return { id: cycleId, state: cycle.state, version: cycle.version };
    }
    await stores.cycles.insertConsultation({
      cycleId,
      ...input,
      recordedBy: actor.accountId,
      recordedAt: now,
    });
    await stores.cycles.advance(cycleId, cycle.version, { state: 'consulted' });
    return { id: cycleId, state: 'consulted', version: cycle.version + 1 };
  });
}

export function wrongState(state: CycleState, wanted: CycleState): Refusal {
  return new Refusal('CYCLE_STATE', `The cycle is ${state}; this is done while it is ${wanted}.`, { state });
}
