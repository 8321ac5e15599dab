import { Controller, Inject } from '@nestjs/common';
import { viewArchive, viewService, type Actor } from '@kaoji/application/staff';
import { endpoints, type ArchiveStateView, type ServiceStateView } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';

@Controller()
export class OperatorController {
  constructor(
    @Inject(API_DEPS)
    private readonly deps: Pick<
      ApiDeps,
      | 'transactions'
      | 'clock'
      | 'closedRuns'
      | 'archive'
      | 'engine'
      | 'version'
      | 'temporalUi'
      | 'databaseProduct'
    >,
  ) {}

  @Permission('archive.watch')
  @Endpoint(endpoints.archiveState)
  async archive(@CurrentActor() actor: Actor): Promise<ArchiveStateView> {
    const { gaps, failed, ...state } = await viewArchive(this.deps, actor);
    return {
      ...state,
      versions: { engine: await this.deps.closedRuns.serverVersion(), node: process.version.slice(1) },
      configured: this.deps.archive !== null,
      near: gaps.filter((gap) => gap.near).length,
      gaps: [...gaps],
      failed: failed.map((run) => ({ ...run, fault: run.fault ?? '' })),
    };
  }

  @Permission('archive.watch')
  @Endpoint(endpoints.serviceState)
  async state(): Promise<ServiceStateView> {
    const { database, engine, ...state } = await viewService(this.deps);
    return {
      ...state,
      versions: {
        kaoji: this.deps.version,
        node: process.version.slice(1),
        sdk: this.deps.engine.sdkVersion,
        database,
      },
      engine: engine && {
        ...engine,
        failures: [...engine.failures],
        queues: engine.queues.map((queue) => ({ ...queue, builds: [...queue.builds] })),
      },
      temporalUi: this.deps.temporalUi,
    };
  }
}
