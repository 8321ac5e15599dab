import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { WorkflowGateway } from '@kaoji/application';
import { connectTemporal, createWorkflowGateway } from '@kaoji/gateways';
import { openDatabase, type Database } from '@kaoji/persistence';
import { API, startLoadProcess, WORKER, type LoadProcess } from '../survey-load/load-process.js';
import { type BreakableLine, openLine } from './breakable-line.js';
import { ownNamespace } from './own-namespace.js';
import { seedLists, type ListPlan, type ListYear } from './shown-lists.js';

/** What approvals are measured and broken on: the real staff service and worker, a namespace of their own. */
export type ApprovalsSetting = {
  readonly client: Client; // straight to the server
  readonly address: string; // of the server itself
  readonly namespace: string;
  readonly gateway: WorkflowGateway;
  readonly database: Database;
  readonly api: LoadProcess;
  /** The way of service and worker to Temporal. */
  readonly line: BreakableLine;
  startWorker(): Promise<LoadProcess>;
  seed(plan: ListPlan): Promise<ListYear>;
};

/** Sets it up on an empty database, and stops everything it started, whatever happens. */
export async function withApprovals<T>(
  servers: {
    readonly address: string;
    readonly bundle: string;
    readonly databaseUrl: string;
    /** Where the built console lies, to be served as well. */
    readonly consoleFolder?: string;
  },
  work: (setting: ApprovalsSetting) => Promise<T>,
): Promise<T> {
  const { address, bundle, databaseUrl } = servers;
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const namespace = await ownNamespace(address);
    const client = connectTemporal(address, namespace);
    stops.push(async () => client.connection.close());
    const line = await openLine(address);
    stops.push(async () => line.close());
    const database = await openDatabase(databaseUrl);
    stops.push(async () => database.close());
    await database.migrate();
    const key = `k:${randomBytes(32).toString('base64url')}`;
    const env = {
      ...{ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: line.address, TEMPORAL_NAMESPACE: namespace },
      ...{ KAOJI_WORKFLOW_BUNDLE: bundle, KAOJI_BUILD_ID: 'approvals', KAOJI_API_PORT: '0' },
      ...{ KAOJI_WORKER_PORT: '0', KAOJI_SURVEY_ORIGIN: 'http://survey.bench', KAOJI_LINK_KEYS: key },
      ...{ KAOJI_CONTACT_KEYS: key, KAOJI_PERSON_KEYS: key, NODE_ENV: 'production' },
      ...(servers.consoleFolder === undefined ? {} : { KAOJI_CONSOLE: servers.consoleFolder }),
    };
    const started = async (file: typeof API | typeof WORKER): Promise<LoadProcess> => {
      const running = await startLoadProcess(file, env);
      stops.push(async () => running.kill());
      return running;
    };
    const api = await started(API);
    const gateway = createWorkflowGateway(client);
    return await work({
      ...{ client, address, namespace, gateway, database, api, line },
      startWorker: async () => started(WORKER),
      seed: async (plan) => seedLists(database, gateway, plan),
    });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
