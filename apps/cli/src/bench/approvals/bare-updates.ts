import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, type NativeConnection, Worker } from '@temporalio/worker';
import { makeCurrent } from '@kaoji/gateways';

const TASK_QUEUE = 'bare-updates';
const AT_ONCE = 50;

export type BareUpdates = {
  /** Starts so many flows that wait; gives their ids. */
  readonly start: (count: number) => Promise<readonly string[]>;
  /** One Update, to its answer. */
  readonly ask: (workflowId: string, text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The flow next to ours: no rule, no row, no service in between. */
export async function startBareUpdates(client: Client, connection: NativeConnection): Promise<BareUpdates> {
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare-flow/bare-update.workflow.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  const version = { deploymentName: TASK_QUEUE, buildId: 'bare' };
  const worker = await Worker.create({
    ...{ connection, namespace: client.options.namespace, taskQueue: TASK_QUEUE, workflowBundle },
    workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' },
  });
  const running = worker.run();
  await makeCurrent(client, version);
  let started = 0;
  return {
    start: async (count) => {
      const ids = Array.from({ length: count }, () => `bare/${(started += 1)}`);
      for (let at = 0; at < count; at += AT_ONCE) {
        await Promise.all(
          ids
            .slice(at, at + AT_ONCE)
            .map(async (workflowId) =>
              client.workflow.start('bareUpdates', { workflowId, taskQueue: TASK_QUEUE, args: [] }),
            ),
        );
      }
      // Each has run once before it is measured, as a unit's flow has.
      await eachOf(ids, AT_ONCE, async (id) =>
        client.workflow.getHandle(id).executeUpdate('take', { args: ['warm'] }),
      );
      return ids;
    },
    ask: async (workflowId, text) => {
      await client.workflow.getHandle(workflowId).executeUpdate('take', { args: [text] });
    },
    stop: async () => {
      worker.shutdown();
      await running;
    },
  };
}

/** Runs `work` for each, so many at a time. */
export async function eachOf<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let one = all[next]; next < all.length; one = all[next]) {
      next += 1;
      await work(one as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane));
}
