import { proxyLocalActivities, setHandler, condition } from '@temporalio/workflow';
import { gradeUpdate, sealUpdate } from '@kaoji/temporal-contract';
import type { AppraisalActivities, AppraisalInput } from '@kaoji/temporal-contract';

const { recordDecision } = proxyLocalActivities<AppraisalActivities>({ startToCloseTimeout: '10 seconds' });

/** The appraisal with its time to contest left out: what replay must find, since it would take that right away. */
export async function appraisal({ cycleId, appraisalId }: AppraisalInput): Promise<void> {
  let graded = false;
  setHandler(sealUpdate, () => {});
  setHandler(gradeUpdate, () => {
    graded = true;
  });
  await condition(() => graded);
  await recordDecision({ cycleId, appraisalId, approvedBy: '', outcome: 'graded', grade: null });
}
