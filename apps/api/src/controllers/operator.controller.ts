import { Controller, Inject } from '@nestjs/common';
import { viewArchive, type Actor } from '@kaoji/application/staff';
import { endpoints, type ArchiveStateView } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';

@Controller()
export class OperatorController {
  constructor(
    @Inject(API_DEPS)
    private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'closedRuns' | 'archive'>,
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
}
