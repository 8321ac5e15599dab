import type { ResultStatus } from '@kaoji/domain';
import { findAppraisal, findCycleUnit } from '../staff/find.js';
import { askForReports } from '../waiting/duty-reports-wait.js';
import { cycleContext } from './cycle-context.js';
import type { DeliveringDeps, UnitKey } from './engine-deps.js';
import { eligibilityOf } from './open-unit.js';
import { rewriteSheet } from './survey-sheet.js';

/**
 * Takes in somebody whose row joined mid-cycle: decides eligibility, shows them to residents who are being asked,
 * starts the appraisal. A repeat changes nothing.
 */
export async function admitJoiner(
  deps: DeliveringDeps,
  { cycleId, cycleKey, unitId, appraisalId }: UnitKey & { readonly appraisalId: string },
): Promise<{ readonly appraisals: number }> {
  const admitted = await deps.transactions.run(async (stores) =>
    stores.effects.once(`admit/${appraisalId}`, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const eligibility = await eligibilityOf(stores, context, unitId);
      const outcome: ResultStatus = eligibility.get(appraisalId) ?? 'ungraded';
      await stores.appraisals.advanceMany([
        { id: appraisalId, change: { eligibility: outcome, status: 'open' } },
      ]);
      const { appraisal } = await findAppraisal(stores, appraisalId);
      await rewriteSheet(deps, stores, appraisal);
      const { collectionClosesAt } = await findCycleUnit(stores, cycleId, unitId);
      const asked = { at: deps.clock.now(), dueAt: collectionClosesAt };
      await askForReports(stores, context.cycle.areaId, { cycleId, unitId }, [appraisal], asked);
      return { appraisals: eligibility.size, eligibility: outcome };
    }),
  );
  await deps.messenger.startAppraisal(cycleKey, {
    cycleId,
    appraisalId,
    eligibility: admitted.eligibility,
  });
  return { appraisals: admitted.appraisals };
}
