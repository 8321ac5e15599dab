import { sleep } from '@temporalio/workflow';

/** A build in which someone changed what an appraisal does first: recorded appraisals must not replay under it. */
export async function appraisal(): Promise<void> {
  await sleep('1 day');
}
