import {
  admitJoiner,
  closeNotice,
  composeUnit,
  endCollection,
  notifyUnit,
  openDeliberation,
  openUnit,
  planDeliberation,
  publishNotice,
  remindPeople,
  reopenForCorrection,
  sealEvidence,
} from '@kaoji/application';
import type { UnitActivities } from '@kaoji/temporal-contract';
import type { ActivityDeps } from './activity-deps.js';
import { translateFaults } from './translate-faults.js';
import { whileBeating } from './while-beating.js';

/** Steps of a unit; each is one use case, idempotent by unit, step and round. */
export function createUnitActivities(deps: ActivityDeps): UnitActivities {
  const step = <A extends readonly unknown[], T>(
    name: keyof UnitActivities,
    work: (...args: A) => Promise<T>,
  ) => translateFaults(name, deps.report, work);
  return {
    openUnit: step('openUnit', async (input) =>
      whileBeating(async (cursor) => openUnit(deps, input, cursor)),
    ),
    admitAppraisee: step('admitAppraisee', async (input) => admitJoiner(deps, input)),
    endCollection: step('endCollection', async (input) => endCollection(deps, input)),
    remind: step('remind', async (input) => remindPeople(deps, input)),
    sealEvidence: step('sealEvidence', async (input) => sealEvidence(deps, input)),
    composeUnit: step('composeUnit', async (input) =>
      whileBeating(async (cursor) => composeUnit(deps, input, cursor)),
    ),
    planDeliberation: step('planDeliberation', async (input) => planDeliberation(deps, input)),
    openDeliberation: step('openDeliberation', async (input) => openDeliberation(deps, input)),
    reopenForCorrection: step('reopenForCorrection', async (input) => reopenForCorrection(deps, input)),
    publishNotice: step('publishNotice', async (input) => publishNotice(deps, input)),
    closeNotice: step('closeNotice', async (input) => closeNotice(deps, input)),
    notifyUnit: step('notifyUnit', async (input) =>
      whileBeating(async (cursor) => notifyUnit(deps, input, cursor)),
    ),
  };
}
