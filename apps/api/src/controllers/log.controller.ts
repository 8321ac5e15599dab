import { Controller, Inject, Param } from '@nestjs/common';
import { logHeads } from '@kaoji/application/staff';
import { endpoints } from '@kaoji/http-contract';
import { Public } from '../access/permission.decorator.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';

@Controller()
export class LogController {
  constructor(@Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions'>) {}

  @Public()
  @Endpoint(endpoints.logHeads)
  async heads(@Param('cycleId') cycleId: string) {
    return logHeads(this.deps, cycleId);
  }
}
