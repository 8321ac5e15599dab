import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig, testVariables } from '@kaoji/config';
import {
  type AppraisalActivities,
  appraisalWorkflowId,
  cycleKey,
  departUpdate,
  sealUpdate,
} from '@kaoji/temporal-contract';
import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

export type RecordedCycle = {
  readonly address: string;
  readonly key: string;
  readonly rehearsalKey: string;
  readonly appraisals: readonly string[]; // workflow ids of the live cycle
  readonly stop: () => Promise<void>;
};

const cached = join(homedir(), '.cache/kaoji/temporal/1.5.1/temporal');
const done = (): Promise<void> => Promise.resolve();
const activities = {
  recordDecision: done,
  freezeForContest: done,
  openConfirmation: done,
  recordDeparture: done,
} satisfies AppraisalActivities;

/** Two appraisals of a live cycle and one of its rehearsal, lived through on a real server: sealed, then left. */
export async function recordCycle(bundlePath: string): Promise<RecordedCycle> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const { address, stop } = await temporalServer();
  const area = `area-${randomUUID().slice(0, 8)}`;
  const [key, rehearsalKey] = [cycleKey(2026, area, 'live'), cycleKey(2026, area, 'r1')];
  const appraisals = ['a-1', 'a-2'].map((id) => appraisalWorkflowId(key, id));
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection: await Connection.connect({ address }) });
  const taskQueue = `replay-${area}`;
  const worker = await Worker.create({
    connection,
    taskQueue,
    activities,
    workflowBundle: { codePath: bundlePath },
  });
  const workflowIds = [...appraisals, appraisalWorkflowId(rehearsalKey, 'a-1')];
  await worker.runUntil(async () => {
    for (const workflowId of workflowIds) await liveThrough(client, workflowId, taskQueue);
  });
  await untilListed(client, `WorkflowId STARTS_WITH "cycle/${key}"`, workflowIds.length);
  await client.connection.close();
  await connection.close();
  return { address, key, rehearsalKey, appraisals, stop };
}

async function liveThrough(client: Client, workflowId: string, taskQueue: string): Promise<void> {
  const handle = await client.workflow.start('appraisal', {
    workflowId,
    taskQueue,
    args: [{ cycleId: 'c', appraisalId: 'a', eligibility: 'graded' }],
  });
  const seal = {
    round: 1,
    evidenceHash: 'sha256:e',
    composite: '268/3',
    provisional: 'competent',
    outcome: 'graded',
    derivationHash: 'sha256:d',
  } as const;
  await handle.executeUpdate(sealUpdate, { args: [seal] });
  await handle.executeUpdate(departUpdate);
  await handle.result();
}

/** The server's list of flows lags behind the flows themselves. */
async function untilListed(client: Client, query: string, count: number): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) {
    if ((await client.workflow.count(query)).count >= count) return;
  }
  throw new Error(`Temporal lists fewer than ${count} flows for ${query}`);
}

async function temporalServer(): Promise<{ address: string; stop: () => Promise<void> }> {
  const { TEMPORAL_ADDRESS: address } = loadConfig(testVariables);
  if (address !== undefined) return { address, stop: done };
  if (!existsSync(cached)) {
    throw new Error('No Temporal server: run `npm test`, or set TEMPORAL_ADDRESS to a running one.');
  }
  const own = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: cached } },
  });
  return { address: own.address, stop: () => own.teardown() };
}
