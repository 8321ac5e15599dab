import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  act,
  actOnMany,
  endDeputy,
  giveDeputy,
  listActs,
  requestRecusal,
  viewApproval,
  viewDeciders,
  viewDeputies,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type ActBody,
  type DeputyBody,
  type ManyActsBody,
  type RecusalRequestBody,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';

@Controller()
export class ActController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('list.act')
  @Endpoint(endpoints.act)
  act(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.act.body }) body: ActBody,
    @IdempotencyKey() key: string,
  ) {
    return act(this.deps, actor, { ...body, cycleId, unitId, key });
  }

  @Permission('list.acts')
  @Endpoint(endpoints.acts)
  acts(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Param('unitId') unitId: string) {
    return listActs(this.deps, actor, cycleId, unitId);
  }

  @Permission('list.act')
  @Endpoint(endpoints.approval)
  approval(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Param('unitId') unitId: string) {
    return viewApproval(this.deps, actor, cycleId, unitId);
  }

  @Permission('list.act')
  @Endpoint(endpoints.actOnMany)
  async actOnMany(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.actOnMany.body }) body: ManyActsBody,
    @IdempotencyKey() key: string,
  ) {
    return { items: await actOnMany(this.deps, actor, { ...body, key }) };
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.requestRecusal)
  requestRecusal(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.requestRecusal.body }) body: RecusalRequestBody,
    @IdempotencyKey() key: string,
  ) {
    return requestRecusal(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.deciders)
  deciders(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return viewDeciders(this.deps, actor, appraisalId);
  }

  @Permission('self')
  @Endpoint(endpoints.deputies)
  deputies(@CurrentActor() actor: Actor) {
    return viewDeputies(this.deps, actor);
  }

  @Permission('self')
  @Endpoint(endpoints.giveDeputy)
  giveDeputy(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.giveDeputy.body }) body: DeputyBody,
    @IdempotencyKey() key: string,
  ) {
    return giveDeputy(this.deps, actor, { ...body, key });
  }

  @Permission('self')
  @Endpoint(endpoints.endDeputy)
  endDeputy(@CurrentActor() actor: Actor, @Param('deputyId') deputyId: string) {
    return endDeputy(this.deps, actor, deputyId);
  }
}
