import type { ContestRow, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { ContestStart } from '../../ports/gateways.js';
import { findAppraisal } from '../find.js';
import { findContest, happened } from './find-contest.js';

export const START_CONTEST = 'start_contest';

/** Keeps a contest the flow has taken, and lets its own flow be started. */
export async function keepContest(stores: Stores, contest: ContestRow, now: Instant): Promise<void> {
  await stores.decisions.insertContest(contest);
  const { appraisal, cycle } = await findAppraisal(stores, contest.appraisalId);
  const start: ContestStart = {
    ...{ cycleId: cycle.id, cycleKey: cycle.key, unitId: appraisal.unitId },
    ...{ appraisalId: appraisal.id, contestId: contest.id },
  };
  await stores.effects.pushOutbox({
    ...{ id: `${START_CONTEST}/${contest.id}`, kind: START_CONTEST, payload: JSON.stringify(start) },
    ...{ createdAt: now, deliveredAt: null },
  });
}

/** Keeps an appeal the flow has taken in time. */
export async function keepAppeal(
  stores: Stores,
  { contestId, by, grounds }: { readonly contestId: string; readonly by: string; readonly grounds: string },
  now: Instant,
): Promise<void> {
  await happened(stores, await findContest(stores, contestId), by, now, { kind: 'appealed', grounds });
}
