import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { connectTemporal, createFlowMessenger, createWorkflowGateway, makeCurrent } from '@kaoji/gateways';
import type { FlowMessenger, WorkflowGateway } from '@kaoji/application';
import { buildBundle } from '../../src/bundle/build-bundle.js';
import { testServer, type TestServer } from './temporal-server.js';
import { until } from './until.js';

export type FlowRig = {
  readonly client: Client;
  readonly gateway: WorkflowGateway;
  readonly messenger: FlowMessenger;
  readonly taskQueue: string;
  readonly bundle: string;
  /** Starts a worker of a build and makes the build current; gives what stops it. */
  readonly work: (activities: object, buildId?: string) => Promise<() => Promise<void>>;
  readonly historyOf: (workflowId: string) => Promise<History>;
  /** State transitions and completed workflow tasks of a run at rest, as the server counts them. */
  readonly costOf: (workflowId: string) => Promise<FlowCost>;
  readonly stop: () => Promise<void>;
};
export type FlowCost = { readonly transitions: number; readonly workflowTasks: number };

/** One task queue and one deployment per test file on a shared server, so files never meet. */
export async function startRig(name: string, ownServer?: TestServer): Promise<FlowRig> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
  const server = ownServer ?? (await testServer());
  const taskQueue = `${name}-${randomUUID().slice(0, 8)}`;
  const client = connectTemporal(server.address, 'default');
  const connection = await NativeConnection.connect({ address: server.address });
  const bundle = await buildBundle();
  const running = new Set<() => Promise<void>>();

  const work: FlowRig['work'] = async (activities, buildId = 'b1') => {
    const version = { deploymentName: taskQueue, buildId };
    const worker = await Worker.create({
      connection,
      namespace: 'default',
      taskQueue,
      activities,
      workflowBundle: { code: bundle },
      shutdownGraceTime: '2 seconds',
      shutdownForceTime: '40 seconds',
      workerDeploymentOptions: {
        useWorkerVersioning: true,
        version,
        defaultVersioningBehavior: 'PINNED',
      },
    });
    const run = worker.run();
    const stop = async () => {
      running.delete(stop);
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await run;
    };
    running.add(stop);
    await makeCurrent(client, version);
    return stop;
  };

  const historyOf: FlowRig['historyOf'] = async (workflowId) =>
    client.workflow.getHandle(workflowId).fetchHistory();
  return {
    client,
    gateway: createWorkflowGateway(client, taskQueue),
    messenger: createFlowMessenger(client, taskQueue),
    taskQueue,
    bundle,
    work,
    historyOf,
    costOf: async (workflowId) => {
      // What is still under way would count as the cost of whatever comes next.
      const { raw } = await until(
        async () => client.workflow.getHandle(workflowId).describe(),
        ({ raw: { pendingActivities, pendingWorkflowTask } }) =>
          (pendingActivities ?? []).length === 0 && pendingWorkflowTask == null,
      );
      const { events } = await historyOf(workflowId);
      return {
        transitions: Number(raw.workflowExecutionInfo?.stateTransitionCount ?? NaN),
        workflowTasks: (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes != null)
          .length,
      };
    },
    stop: async () => {
      await Promise.all([...running].map(async (stop) => stop()));
      await connection.close();
      await client.connection.close();
      await server.stop();
    },
  };
}
