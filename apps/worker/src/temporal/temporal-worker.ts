import { existsSync } from 'node:fs';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createRulebookShelf } from '@kaoji/application';
import {
  createAppraisalActivities,
  createCycleActivities,
  createSurveyActivities,
  createUnitActivities,
  type ActivityDeps,
} from '@kaoji/activities';
import { createFlowMessenger, makeCurrent, systemClock } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { TASK_QUEUE } from '@kaoji/temporal-contract';
import { logs, reportFault } from '../logging/logs.js';
import { plainFault } from '../logging/plain-fault.js';
import { CONFIG, DATABASE, TEMPORAL_CLIENT, type WorkerConfig } from '../worker-config.js';

/** A person waits for an Update, so a worker that stops lets running steps end, though not for ever. */
const GRACE = '10 seconds';
const FORCE = '20 seconds';
/** About 100 kB each while idle; a flow not in the cache is replayed when it wakes. */
const CACHED_WORKFLOWS = 2_000;

/** The Temporal worker within Nest: Nest decides when it starts and stops, and waits for both. */
@Injectable()
export class TemporalWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private connection: NativeConnection | null = null;
  private worker: Worker | null = null;
  private run: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: WorkerConfig,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TEMPORAL_CLIENT) private readonly client: Client,
  ) {}

  /** Polls, and makes this build the current one: before that the server gives it no run to start. */
  async onApplicationBootstrap(): Promise<void> {
    const { KAOJI_WORKFLOW_BUNDLE: codePath, KAOJI_DEPLOYMENT, KAOJI_BUILD_ID } = this.config;
    if (!existsSync(codePath)) {
      throw new Error(
        'KAOJI_WORKFLOW_BUNDLE: no workflow bundle there; make one with apps/worker/src/bundle.ts',
      );
    }
    const version = { deploymentName: KAOJI_DEPLOYMENT, buildId: KAOJI_BUILD_ID };
    this.connection = await NativeConnection.connect({ address: this.config.TEMPORAL_ADDRESS });
    this.worker = await Worker.create({
      connection: this.connection,
      namespace: this.config.TEMPORAL_NAMESPACE,
      taskQueue: TASK_QUEUE,
      workflowBundle: { codePath },
      activities: this.activities(),
      workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' },
      maxCachedWorkflows: CACHED_WORKFLOWS,
      shutdownGraceTime: GRACE,
      shutdownForceTime: FORCE,
    });
    this.run = this.worker.run();
    this.run.catch((fault: unknown) => {
      logs.fatal({ event: 'worker-stopped', fault: plainFault(fault) });
      process.kill(process.pid, 'SIGTERM'); // Nest closes the rest in order
    });
    await makeCurrent(this.client, version);
  }

  isRunning(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  async onModuleDestroy(): Promise<void> {
    if (this.isRunning()) this.worker?.shutdown();
    await this.run.catch(() => undefined); // reported where it happened
    await this.connection?.close();
    await this.client.connection.close();
  }

  private activities(): object {
    const deps: ActivityDeps = {
      transactions: this.database.transactions,
      clock: systemClock,
      rulebooks: createRulebookShelf(),
      messenger: createFlowMessenger(this.client),
      report: reportFault,
    };
    return {
      ...createAppraisalActivities(deps),
      ...createCycleActivities(deps),
      ...createSurveyActivities(deps),
      ...createUnitActivities(deps),
    };
  }
}
