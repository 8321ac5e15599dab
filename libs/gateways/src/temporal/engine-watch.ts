import { createRequire } from 'node:module';
import type { EngineQueue, EngineWatch, FailedFlow } from '@kaoji/application';
import { TASK_QUEUE } from '@kaoji/temporal-contract';
import type { Client } from '@temporalio/client';
import { reachable } from './ask-flow.js';

/** As the protocol numbers them. */
const QUEUE_TYPES = { workflow: 1, activity: 2 } as const;
const STATUS: Readonly<Record<number, FailedFlow['status']>> = {
  3: 'failed',
  5: 'terminated',
  7: 'timed_out',
};

const OURS = 'WorkflowId STARTS_WITH "cycle/"';
const FAILED = `${OURS} AND ExecutionStatus IN ("Failed", "TimedOut", "Terminated")`;
const SHOWN = 20;

export type EngineWatchOptions = { readonly withinMs: number; readonly taskQueue?: string };

/** Looks at the engine for an operator: queues, who works on them, what runs and what failed. */
export function createEngineWatch(
  client: Client,
  { withinMs, taskQueue = TASK_QUEUE }: EngineWatchOptions,
): EngineWatch {
  const { namespace } = client.options;
  const { workflowService } = client;
  const ask = <T>(call: () => Promise<T>): Promise<T> => reachable(client, withinMs, call);
  const count = async (query: string): Promise<number> =>
    Number((await ask(() => workflowService.countWorkflowExecutions({ namespace, query }))).count);

  const queue = async (kind: EngineQueue['kind']): Promise<EngineQueue> => {
    const { pollers, stats } = await ask(() =>
      workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: taskQueue },
        taskQueueType: QUEUE_TYPES[kind],
        reportStats: true,
      }),
    );
    const builds = pollers.flatMap(({ deploymentOptions }) => deploymentOptions?.buildId ?? []);
    return {
      name: taskQueue,
      kind,
      waiting: Number(stats?.approximateBacklogCount ?? 0),
      oldestWaitMs: milliseconds(stats?.approximateBacklogAge),
      workers: new Set(pollers.map(({ identity }) => identity)).size,
      builds: [...new Set(builds.filter((build) => build !== ''))].sort(),
    };
  };

  return {
    sdkVersion: (createRequire(import.meta.url)('@temporalio/client/package.json') as { version: string })
      .version,
    state: async () => {
      const { serverVersion: version } = await ask(() => workflowService.getSystemInfo({}));
      const { executions } = await ask(() =>
        workflowService.listWorkflowExecutions({ namespace, query: FAILED, pageSize: SHOWN }),
      );
      const failures = executions.flatMap(({ execution, status, closeTime }) => {
        const { workflowId, runId } = execution ?? {};
        const word = STATUS[status ?? 0];
        return workflowId && runId && word
          ? [{ workflowId, runId, status: word, closedAt: milliseconds(closeTime) }]
          : [];
      });
      return {
        ...{ version, namespace, failures },
        running: await count(`${OURS} AND ExecutionStatus = "Running"`),
        failed: await count(FAILED),
        queues: [await queue('workflow'), await queue('activity')],
      };
    },
  };
}

type ProtoTime = { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined;

function milliseconds(time: ProtoTime): number {
  return Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1_000_000);
}
