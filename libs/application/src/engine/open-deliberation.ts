import type { ApprovalPlan } from '@kaoji/domain/approval';
import type { ApprovalStand } from '../ports/approvals.js';
import { composedHash } from '../staff/decide/composed-list.js';
import { moveUnit } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';
import { listSource, recordStand } from './record-stand.js';

/** Shows the list to those who decide on it; from now on their time runs, though it decides nothing. */
export async function openDeliberation(
  deps: EngineDeps,
  key: UnitRound & { readonly plan: ApprovalPlan; readonly stand: ApprovalStand },
): Promise<void> {
  const { cycleId, unitId, round, plan, stand } = key;
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`deliberate/${cycleId}/${unitId}/${round}`, async () => {
      const now = deps.clock.now();
      const listHash = await composedHash(stores, key);
      await stores.approvals.open({
        ...{ source: listSource(key), cycleId, unitId, round, listHash },
        ...{ version: stand.version, plan, stand, updatedAt: now },
      });
      await recordStand(stores, key, stand, now);
      await moveUnit(stores, key, { state: 'deliberating' });
    }),
  );
}
