import { Body, Controller, Inject, Param } from '@nestjs/common';
import { resubmit, unitList, type Actor } from '@kaoji/application/staff';
import { endpoints, type ResubmitBody } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';

@Controller()
export class DeliberationController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('list.act')
  @Endpoint(endpoints.unitList)
  list(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Param('unitId') unitId: string) {
    return unitList(this.deps, actor, cycleId, unitId);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.resubmit)
  resubmit(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.resubmit.body }) { round }: ResubmitBody,
    @IdempotencyKey() key: string,
  ) {
    return resubmit(this.deps, actor, { cycleId, unitId, round, key });
  }
}
