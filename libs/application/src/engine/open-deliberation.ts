import { cycleContext, deadlineIn, moveUnit } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';

/** Shows the list to those who decide on it; from now on their time runs, though it decides nothing. */
export async function openDeliberation(
  deps: EngineDeps,
  key: UnitRound,
): Promise<{ readonly remindAt: number; readonly escalateAt: number }> {
  const { cycleId, unitId, round } = key;
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`deliberate/${cycleId}/${unitId}/${round}`, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const { remindAfterWorkingDays, escalateAfterWorkingDays } = context.rulebook.process.deliberation;
      const now = deps.clock.now();
      await moveUnit(stores, key, { state: 'deliberating' });
      return {
        remindAt: deadlineIn(context, now, remindAfterWorkingDays),
        escalateAt: deadlineIn(context, now, escalateAfterWorkingDays),
      };
    }),
  );
}
