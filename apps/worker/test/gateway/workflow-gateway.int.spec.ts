import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { connectTemporal, createWorkflowGateway } from '@kaoji/gateways';
import { appraisalWorkflowId } from '@kaoji/temporal-contract';
import { startRig, type FlowRig } from '../rig/flow-rig.js';

/** Nobody listens on the discard port. */
const NOWHERE = '127.0.0.1:9';

let rig: FlowRig;
beforeAll(async () => {
  rig = await startRig('gateway');
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

describe('createWorkflowGateway', () => {
  it('says that a server answers, and gives a history that can be imported again', async () => {
    expect(await rig.gateway.healthy()).toBe(true);
    await rig.messenger.startAppraisal(rig.taskQueue, {
      cycleId: 'c',
      appraisalId: 'a',
      eligibility: 'graded',
    });
    const json = await rig.gateway.history(appraisalWorkflowId(rig.taskQueue, 'a'));
    expect(historyFromJSON(JSON.parse(json)).events?.length).toBeGreaterThan(0);
  }, 30_000);

  it('refuses the history of what never ran with NOT_FOUND', async () => {
    await expect(rig.gateway.history('cycle/none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses with TEMPORAL_UNAVAILABLE while nobody works on the flow', async () => {
    await rig.messenger.startAppraisal(rig.taskQueue, {
      cycleId: 'c',
      appraisalId: 'idle',
      eligibility: 'graded',
    });
    const asked = rig.gateway.depart(rig.taskQueue, 'idle', 'k1');
    await expect(asked).rejects.toMatchObject({ code: 'TEMPORAL_UNAVAILABLE' });
  }, 30_000);

  it('refuses with TEMPORAL_UNAVAILABLE when there is no server', async () => {
    const client = connectTemporal(NOWHERE, 'default');
    const gateway = createWorkflowGateway(client);
    expect(await gateway.healthy()).toBe(false);
    await expect(gateway.startCycle({ cycleId: 'c', cycleKey: 'k' })).rejects.toMatchObject({
      code: 'TEMPORAL_UNAVAILABLE',
    });
    await expect(gateway.depart('k', 'a', 'k1')).rejects.toMatchObject({ code: 'TEMPORAL_UNAVAILABLE' });
    await client.connection.close();
  }, 30_000);
});
