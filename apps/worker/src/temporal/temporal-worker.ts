import { existsSync } from 'node:fs';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import {
  createAppraisalActivities,
  createArchiveActivities,
  createContestActivities,
  createCycleActivities,
  createSurveyActivities,
  createUnitActivities,
} from '@kaoji/activities';
import { makeCurrent, scheduleSweep } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { TASK_QUEUE } from '@kaoji/temporal-contract';
import { archivingDeps } from '../archive/archiving.js';
import { logs, reportFault } from '../logging/logs.js';
import { plainFault } from '../logging/plain-fault.js';
import { activityDeps } from './activity-deps.js';
import { CONFIG, DATABASE, TEMPORAL_CLIENT, type WorkerConfig } from '../worker-config.js';
import { earlierBuilds, type Build } from './earlier-builds.js';

/** A person waits for an Update, so a worker that stops lets running steps end, though not for ever. */
const GRACE = '10 seconds';
const FORCE = '20 seconds';
/** About 100 kB each while idle; a flow not in the cache is replayed when it wakes. */
const CACHED_WORKFLOWS = 2_000;

/** The Temporal worker within Nest: Nest decides when it starts and stops, and waits for both. */
@Injectable()
export class TemporalWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private connection: NativeConnection | null = null;
  private readonly workers: Worker[] = [];
  private readonly runs: Promise<void>[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: WorkerConfig,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TEMPORAL_CLIENT) private readonly client: Client,
  ) {}

  /**
   * Polls, and makes this build the current one: before that the server gives it no run to start. Earlier builds
   * that still have open flows are polled for too: a flow is pinned to the build it started with.
   */
  async onApplicationBootstrap(): Promise<void> {
    const { KAOJI_WORKFLOW_BUNDLE: bundle, KAOJI_DEPLOYMENT: deploymentName } = this.config;
    const buildId = this.config.KAOJI_BUILD_ID;
    if (!existsSync(bundle)) {
      throw new Error(
        'KAOJI_WORKFLOW_BUNDLE: no workflow bundle there; make one with apps/worker/src/bundle.ts',
      );
    }
    this.connection = await NativeConnection.connect({ address: this.config.TEMPORAL_ADDRESS });
    const activities = await this.activities();
    await this.poll(this.connection, { buildId, bundle }, activities);
    await makeCurrent(this.client, { deploymentName, buildId });
    if (this.config.KAOJI_ARCHIVE === undefined) logs.warn({ event: 'no-archive' });
    else await scheduleSweep(this.client);
    for (const earlier of await earlierBuilds(this.client, this.config)) {
      logs.log({ event: 'earlier-build', buildId: earlier.buildId });
      await this.poll(this.connection, earlier, activities);
    }
  }

  /** Whether every build polls: a flow whose build does not would wait without anybody saying so. */
  isRunning(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.getState() === 'RUNNING');
  }

  async onModuleDestroy(): Promise<void> {
    for (const worker of this.workers) {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    }
    await Promise.allSettled(this.runs); // reported where it happened
    await this.connection?.close();
    await this.client.connection.close();
  }

  private async poll(
    connection: NativeConnection,
    { buildId, bundle: codePath }: Build,
    activities: object,
  ): Promise<void> {
    const version = { deploymentName: this.config.KAOJI_DEPLOYMENT, buildId };
    const worker = await Worker.create({
      connection,
      namespace: this.config.TEMPORAL_NAMESPACE,
      taskQueue: TASK_QUEUE,
      workflowBundle: { codePath },
      activities,
      workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' },
      maxCachedWorkflows: CACHED_WORKFLOWS,
      shutdownGraceTime: GRACE,
      shutdownForceTime: FORCE,
    });
    const run = worker.run();
    run.catch((fault: unknown) => {
      logs.fatal({ event: 'worker-stopped', buildId, fault: plainFault(fault) });
      process.kill(process.pid, 'SIGTERM'); // Nest closes the rest in order
    });
    this.workers.push(worker);
    this.runs.push(run);
  }

  private async activities(): Promise<object> {
    const deps = activityDeps(this.config, this.database, this.client);
    const archiving = await archivingDeps(this.config, this.database, this.client);
    return {
      ...createAppraisalActivities(deps),
      ...createArchiveActivities(archiving, reportFault),
      ...createContestActivities(deps),
      ...createCycleActivities(deps),
      ...createSurveyActivities(deps),
      ...createUnitActivities(deps),
    };
  }
}
