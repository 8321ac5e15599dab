import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

/** One of the steps of a year: a signal tells the flow, the flow runs an activity. */
export const stepSignal = defineSignal('step');
export type NaiveActivities = { runStep(appraisalId: string, step: number): Promise<void> };

const { runStep } = proxyActivities<NaiveActivities>({ startToCloseTimeout: '30 seconds' });

/** The obvious design next to ours: every step of an appraisal is a signal and an activity of its own. */
export async function naiveAppraisal(appraisalId: string, steps: number): Promise<void> {
  let received = 0;
  setHandler(stepSignal, () => {
    received += 1;
  });
  for (let step = 1; step <= steps; step += 1) {
    await condition(() => received >= step);
    await runStep(appraisalId, step);
  }
}
