import { freezeForContest, openConfirmation, recordDecision, recordDeparture } from '@kaoji/application';
import type { AppraisalActivities } from '@kaoji/temporal-contract';
import type { ActivityDeps } from './activity-deps.js';
import { translateFaults } from './translate-faults.js';

/** Steps of one appraisal, run as local activities: one short transaction each, idempotent by appraisal and step. */
export function createAppraisalActivities(deps: ActivityDeps): AppraisalActivities {
  const step = <A extends readonly unknown[]>(
    name: keyof AppraisalActivities,
    work: (...args: A) => Promise<void>,
  ) => translateFaults(name, deps.report, work);
  return {
    recordDecision: step('recordDecision', async (input) => recordDecision(deps, input)),
    openConfirmation: step('openConfirmation', async (input) => openConfirmation(deps, input)),
    freezeForContest: step('freezeForContest', async (input) => freezeForContest(deps, input)),
    recordDeparture: step('recordDeparture', async (input) => recordDeparture(deps, input)),
  };
}
