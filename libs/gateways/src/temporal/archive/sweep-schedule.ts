import { SWEEP_ID, TASK_QUEUE } from '@kaoji/temporal-contract';
import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';

/** Retention is counted in days, so a sweep every few minutes leaves hundreds of tries. */
const EVERY = '10 minutes';
/** One that hangs, say because its build is gone, makes room for the next. */
const ENDS_WITHIN = '1 hour';

/** Has the server start the sweep every ten minutes, one at a time. Idempotent: a schedule that is there is brought up to date. */
export async function scheduleSweep(client: Client, taskQueue: string = TASK_QUEUE): Promise<void> {
  const options = {
    scheduleId: SWEEP_ID,
    spec: { intervals: [{ every: EVERY }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
    action: {
      type: 'startWorkflow',
      workflowType: 'archiveSweep',
      workflowId: SWEEP_ID,
      taskQueue,
      args: [{}],
      workflowExecutionTimeout: ENDS_WITHIN,
    },
  } as const satisfies ScheduleOptions;
  try {
    await client.schedule.create(options);
  } catch (fault) {
    if (!(fault instanceof ScheduleAlreadyRunning)) throw fault;
    const { spec, policies, action } = options;
    await client.schedule.getHandle(SWEEP_ID).update((there) => ({ ...there, spec, policies, action }));
  }
}
