import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { cycleStateQuery, unitFinishedSignal } from '@kaoji/temporal-contract';
import type { CycleActivities, CycleInput, CycleResult } from '@kaoji/temporal-contract';
import { ONE_TRANSACTION } from '../activity-profiles.js';

const { startUnits, closeCycle } = proxyActivities<CycleActivities>(ONE_TRANSACTION);

/** One area and year: starts every unit and survey campaign, and closes once every unit has notified its results. */
export async function appraisalCycle({ cycleId, cycleKey, carried }: CycleInput): Promise<CycleResult> {
  const finished = new Set(carried?.finishedUnits);
  let unitIds = carried?.unitIds ?? [];
  setHandler(unitFinishedSignal, ({ unitId }) => void finished.add(unitId));
  setHandler(cycleStateQuery, () => ({ units: unitIds.length, finished: finished.size }));

  if (carried === undefined) ({ unitIds } = await startUnits({ cycleId, cycleKey }));

  const allFinished = () => unitIds.every((unitId) => finished.has(unitId));
  await condition(() => allFinished() || workflowInfo().continueAsNewSuggested);
  if (!allFinished()) {
    await condition(allHandlersFinished);
    await continueAsNew<typeof appraisalCycle>({
      cycleId,
      cycleKey,
      carried: { unitIds, finishedUnits: [...finished] },
    });
  }

  await closeCycle({ cycleId });
  return { units: unitIds.length };
}
