import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cycleStateQuery,
  cycleWorkflowId,
  unitFinishedSignal,
  type CycleActivities,
} from '@kaoji/temporal-contract';
import { startRig, type FlowRig } from '../rig/flow-rig.js';
import { ownServer } from '../rig/temporal-server.js';
import { until } from '../rig/until.js';

/** History length at which this server suggests to continue as new; 4,096 where nobody says otherwise. */
const SUGGESTED_AT = 40;

let rig: FlowRig;
const closed: string[] = [];
let starts = 0;
const activities: CycleActivities = {
  startUnits: async () => {
    starts += 1;
    return { unitIds: ['u1', 'u2'] };
  },
  closeCycle: async ({ cycleId }) => void closed.push(cycleId),
};

beforeAll(async () => {
  rig = await startRig(
    'cycle-flow',
    await ownServer({ 'limit.historyCount.suggestContinueAsNew': SUGGESTED_AT }),
  );
  await rig.work(activities);
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

describe('appraisalCycle', () => {
  it('closes once every unit has finished, counting each unit once', async () => {
    const cycleKey = `${rig.taskQueue}/a`;
    await rig.gateway.startCycle({ cycleId: 'a', cycleKey });
    await rig.gateway.startCycle({ cycleId: 'a', cycleKey });
    const cycle = rig.client.workflow.getHandle(cycleWorkflowId(cycleKey));
    await cycle.signal(unitFinishedSignal, { unitId: 'u1' });
    await cycle.signal(unitFinishedSignal, { unitId: 'u1' });
    const state = await until(
      async () => cycle.query(cycleStateQuery),
      ({ units, finished }) => units === 2 && finished === 1,
    );
    expect(state).toEqual({ units: 2, finished: 1 });
    expect(closed).not.toContain('a');

    await cycle.signal(unitFinishedSignal, { unitId: 'u2' });
    expect(await cycle.result()).toEqual({ units: 2 });
    expect(closed.filter((id) => id === 'a')).toHaveLength(1);
  }, 60_000);

  it('goes on as a new run when its history grows long, and forgets no unit and starts none again', async () => {
    const cycleKey = `${rig.taskQueue}/b`;
    await rig.gateway.startCycle({ cycleId: 'b', cycleKey });
    const cycle = rig.client.workflow.getHandle(cycleWorkflowId(cycleKey));
    const { runId } = await cycle.describe();
    const before = starts;
    for (let sent = 0; sent < SUGGESTED_AT; sent += 1)
      await cycle.signal(unitFinishedSignal, { unitId: 'u1' });
    await until(
      async () => (await cycle.describe()).runId,
      (current) => current !== runId,
      30_000,
    );
    expect(await cycle.query(cycleStateQuery)).toEqual({ units: 2, finished: 1 });

    await cycle.signal(unitFinishedSignal, { unitId: 'u2' });
    await until(
      () => closed,
      (all) => all.includes('b'),
    );
    expect(starts - before).toBeLessThanOrEqual(1);
  }, 90_000);
});
