import { ROLES, type Role } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { cycleContext, type CycleContext } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';

export type Reminding = UnitRound & {
  readonly stage: 'collection' | 'deliberation';
  readonly kind: 'remind' | 'escalate';
};

/**
 * Records a reminder to whoever is late, or word to whoever stands above them, once per stage, round and kind.
 * Decides nothing. An escalated list may from then on be decided by the role the rulebook escalates to.
 */
export async function remindPeople(deps: EngineDeps, reminding: Reminding): Promise<void> {
  const { cycleId, unitId, stage, kind, round } = reminding;
  await deps.transactions.run(async (stores) => {
    const context = await cycleContext(deps, stores, cycleId);
    await stores.decisions.insertReminder({
      key: `${cycleId}/${unitId}/${stage}/${round}/${kind}`,
      cycleId,
      unitId,
      kind,
      stage,
      recipients: await recipients(stores, context, reminding),
      sentAt: deps.clock.now(),
    });
  });
}

async function recipients(
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  { unitId, stage, kind }: Reminding,
): Promise<number> {
  const { decidedBy, escalateTo } = rulebook.process.deliberation;
  if (stage === 'collection' && kind === 'remind') {
    const open = await stores.marks.openRequestsOfUnit(cycle.id, unitId);
    return new Set(open.map(({ raterId }) => raterId)).size;
  }
  const role = kind === 'remind' ? decidedBy : escalateTo;
  if (!isRole(role)) return 0;
  return (await stores.accounts.holdersOf(role, cycle.areaId, unitId)).length;
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
