import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, type NativeConnection, Worker } from '@temporalio/worker';
import { makeCurrent } from '@kaoji/gateways';
import type { NaiveActivities } from './naive-flow/naive-appraisal.workflow.js';

/** As many as an appraisal has steps when each mark, survey and approval is one. */
export const NAIVE_STEPS = 30;
const AT_ONCE = 20;

export type NaiveRun = {
  /** Runs so many naive appraisals to their end, each step sent when the one before it was done. */
  readonly run: (count: number) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

/** A worker for the naive design. Its activity does nothing at all, which flatters it: ours write their rows. */
export async function startNaive(
  client: Client,
  connection: NativeConnection,
  taskQueue: string,
): Promise<NaiveRun> {
  const done = new Map<string, () => void>();
  const activities: NaiveActivities = {
    runStep: async (appraisalId, step) => done.get(`${appraisalId}/${step}`)?.(),
  };
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./naive-flow/naive-appraisal.workflow.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  const version = { deploymentName: taskQueue, buildId: 'naive' };
  const worker = await Worker.create({
    connection,
    namespace: client.options.namespace,
    taskQueue,
    workflowBundle,
    activities,
    workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' },
  });
  const running = worker.run();
  await makeCurrent(client, version);

  let started = 0;
  const one = async (): Promise<string> => {
    started += 1;
    const workflowId = `${taskQueue}/${started}`;
    const handle = await client.workflow.start('naiveAppraisal', {
      workflowId,
      taskQueue,
      args: [workflowId, NAIVE_STEPS],
    });
    for (let step = 1; step <= NAIVE_STEPS; step += 1) {
      const stepDone = new Promise<void>((resolve) => void done.set(`${workflowId}/${step}`, resolve));
      await handle.signal('step');
      await stepDone;
    }
    await handle.result();
    return workflowId;
  };
  return {
    run: async (count) => {
      const ids: string[] = [];
      const next = async (): Promise<void> => {
        while (ids.length < count) {
          const place = ids.push('') - 1;
          ids[place] = await one();
        }
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, next));
      return ids;
    },
    stop: async () => {
      worker.shutdown();
      await running;
    },
  };
}
