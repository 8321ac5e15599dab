import { findCycle } from '../staff/find.js';
import { moveUnit } from './cycle-context.js';
import type { EngineDeps } from './engine-deps.js';

/** Every unit has notified its results: the cycle is closed. Contests, confirmations and held cases run on alone. */
export async function closeCycle(
  { transactions, clock }: EngineDeps,
  { cycleId }: { readonly cycleId: string },
): Promise<void> {
  await transactions.run(async (stores) =>
    stores.effects.once(`close/${cycleId}`, async () => {
      for (const { unitId, state } of await stores.cycles.units(cycleId)) {
        if (state === 'notified') await moveUnit(stores, { cycleId, unitId }, { state: 'finished' });
      }
      const { version } = await findCycle(stores, cycleId);
      await stores.cycles.advance(cycleId, version, { state: 'closed', closedAt: clock.now() });
    }),
  );
}
