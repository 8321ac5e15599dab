import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { createWorkflowGateway } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { ArchiveMetrics } from './archive-metrics.js';
import { TemporalWorker } from '../temporal/temporal-worker.js';
import { DATABASE, TEMPORAL_CLIENT } from '../worker-config.js';

type Readiness = { readonly worker: boolean; readonly temporal: boolean; readonly database: boolean };

/** The only routes of this process. */
@Controller()
export class HealthController {
  constructor(
    @Inject(TemporalWorker) private readonly worker: TemporalWorker,
    @Inject(TEMPORAL_CLIENT) private readonly client: Client,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(ArchiveMetrics) private readonly archive: ArchiveMetrics,
  ) {}

  @Get('health')
  health(): { readonly status: 'ok'; readonly service: 'worker' } {
    return { status: 'ok', service: 'worker' };
  }

  @Get('ready')
  async ready(): Promise<Readiness> {
    const [temporal, database] = await Promise.all([
      createWorkflowGateway(this.client).healthy(),
      this.database.ping(),
    ]);
    const readiness = { worker: this.worker.isRunning(), temporal, database };
    if (Object.values(readiness).every(Boolean)) return readiness;
    throw new ServiceUnavailableException(readiness);
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    return this.archive.text();
  }
}
