import { moveUnit } from './cycle-context.js';
import type { EngineDeps, UnitKey, UnitRound } from './engine-deps.js';

/** The collection is over: no mark is taken any more. */
export async function endCollection({ transactions }: EngineDeps, key: UnitKey): Promise<void> {
  await transactions.run(async (stores) =>
    stores.effects.once(`collected/${key.cycleId}/${key.unitId}`, async () =>
      moveUnit(stores, key, { state: 'composed' }),
    ),
  );
}

/** A returned list: evidence may be corrected, with no deadline, until HR submits it again. */
export async function reopenForCorrection({ transactions }: EngineDeps, key: UnitRound): Promise<void> {
  await transactions.run(async (stores) =>
    stores.effects.once(`returned/${key.cycleId}/${key.unitId}/${key.round}`, async () =>
      moveUnit(stores, key, { state: 'collecting', collectionClosesAt: null }),
    ),
  );
}
