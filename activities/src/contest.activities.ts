import { endContest, openHearing, remindContest, remindDelivery } from '@kaoji/application';
import type { ContestActivities, DeliveryActivities } from '@kaoji/temporal-contract';
import type { ActivityDeps } from './activity-deps.js';
import { translateFaults } from './translate-faults.js';

/** Steps of a contest, and the watch over written results: one transaction each, idempotent by contest and step. */
export function createContestActivities(deps: ActivityDeps): ContestActivities & DeliveryActivities {
  const step = <A extends readonly unknown[], T>(
    name: keyof (ContestActivities & DeliveryActivities),
    work: (...args: A) => Promise<T>,
  ) => translateFaults(name, deps.report, work);
  return {
    openHearing: step('openHearing', async (input) => openHearing(deps, input)),
    remindContest: step('remindContest', async (input) => remindContest(deps, input)),
    endContest: step('endContest', async (input) => endContest(deps, input)),
    remindDelivery: step('remindDelivery', async (input) => remindDelivery(deps, input)),
  };
}
