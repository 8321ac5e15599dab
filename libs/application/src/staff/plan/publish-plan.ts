import { Refusal } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { wrongState, type CycleStep } from './consult.js';

/**
 * Publishes the plan: from here on it stands. Refuses `CONSULTATION_MISSING` (a plan nobody was consulted on
 * cannot go live), `CYCLE_STATE`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function publishPlan(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
): Promise<CycleStep> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (cycle.state === 'published') return { id: cycleId, state: cycle.state, version: cycle.version };
    if (cycle.state !== 'draft' && cycle.state !== 'consulted') throw wrongState(cycle.state, 'consulted');
    if ((await stores.cycles.consultations(cycleId)).length === 0) {
      throw new Refusal(
        'CONSULTATION_MISSING',
        'Staff have to be consulted on the plan before it is published (Labour Contract Law, Art 4).',
      );
    }
    await stores.cycles.advance(cycleId, cycle.version, { state: 'published' });
    return { id: cycleId, state: 'published', version: cycle.version + 1 };
  });
}
