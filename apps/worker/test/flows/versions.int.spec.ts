import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appraisalWorkflowId, type AppraisalActivities } from '@kaoji/temporal-contract';
import { startRig, type FlowRig } from '../rig/flow-rig.js';
import { until } from '../rig/until.js';

const recordedBy = new Map<string, string>();
const activitiesOf = (build: string): AppraisalActivities => ({
  recordDecision: async ({ appraisalId }) => void recordedBy.set(appraisalId, build),
  openConfirmation: async () => {},
  freezeForContest: async () => {},
  recordDeparture: async () => {},
});

let rig: FlowRig;
beforeAll(async () => {
  rig = await startRig('versions');
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

const open = async (appraisalId: string) => {
  await rig.messenger.startAppraisal(rig.taskQueue, { cycleId: 'c', appraisalId, eligibility: 'graded' });
  const answer = await rig.messenger.seal(rig.taskQueue, appraisalId, {
    round: 1,
    evidenceHash: 'e',
    composite: null,
    provisional: null,
    outcome: 'graded',
    derivationHash: 'd',
  });
  expect(answer).toEqual({ ok: true });
};
const grade = async (appraisalId: string) => {
  await rig.messenger.grade(rig.taskQueue, appraisalId, {
    outcome: 'graded',
    grade: 'competent',
    resultHash: 'r',
    approvedBy: 'a',
    notifiedAt: 0,
    contestUntil: 0,
    adverse: 0,
  });
  await until(
    () => recordedBy.get(appraisalId),
    (build) => build !== undefined,
  );
};

describe('builds side by side', () => {
  it('an appraisal ends under the build it started with, the next one starts under the new one', async () => {
    await rig.work(activitiesOf('b1'), 'b1');
    await open('started-under-b1');
    await rig.work(activitiesOf('b2'), 'b2');
    await open('started-under-b2');
    await grade('started-under-b1');
    await grade('started-under-b2');

    expect([...recordedBy]).toEqual([
      ['started-under-b1', 'b1'],
      ['started-under-b2', 'b2'],
    ]);
    const { raw } = await rig.client.workflow
      .getHandle(appraisalWorkflowId(rig.taskQueue, 'started-under-b1'))
      .describe();
    expect(raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId).toBe('b1');
  }, 60_000);
});

describe('two runs on one worker', () => {
  it('share no state', async () => {
    await open('one');
    await open('two');
    await grade('one');
    const two = await rig.client.workflow.getHandle(appraisalWorkflowId(rig.taskQueue, 'two')).query('state');
    expect(two).toMatchObject({ stage: 'sealed', grade: null });
  }, 60_000);
});
