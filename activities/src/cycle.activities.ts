import { closeCycle, startUnits } from '@kaoji/application';
import type { CycleActivities } from '@kaoji/temporal-contract';
import type { ActivityDeps } from './activity-deps.js';
import { translateFaults } from './translate-faults.js';

/** Steps of a cycle, idempotent by cycle. */
export function createCycleActivities(deps: ActivityDeps): CycleActivities {
  return {
    startUnits: translateFaults('startUnits', deps.report, async (input) => startUnits(deps, input)),
    closeCycle: translateFaults('closeCycle', deps.report, async (input) => closeCycle(deps, input)),
  };
}
