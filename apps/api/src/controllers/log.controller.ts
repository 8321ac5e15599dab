import { Controller, Inject, Param, Query } from '@nestjs/common';
import { logHeads, publicLogs } from '@kaoji/application/staff';
import { endpoints, type PageQuery } from '@kaoji/http-contract';
import { Public } from '../access/permission.decorator.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { pageOf } from './page.js';

@Controller()
export class LogController {
  constructor(@Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions'>) {}

  @Public()
  @Endpoint(endpoints.logHeads)
  async heads(@Param('cycleId') cycleId: string) {
    return logHeads(this.deps, cycleId);
  }

  @Public()
  @Endpoint(endpoints.publicLogs)
  logs(@Query({ schema: endpoints.publicLogs.query }) query: PageQuery) {
    return publicLogs(this.deps, pageOf(query));
  }
}
