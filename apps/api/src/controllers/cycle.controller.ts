import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import {
  closeCollection,
  createCycle,
  listAppraisals,
  listCycles,
  openCycle,
  publishPlan,
  recordConsultation,
  viewCycle,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type AppraisalQuery,
  type CloseCollectionBody,
  type ConsultationInput,
  type CreateCycleInput,
  type PageQuery,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { OutboxRelay } from '../outbox-relay.js';
import { pageOf } from './page.js';

@Controller()
export class CycleController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
  ) {}

  @Permission('cycle.plan')
  @Endpoint(endpoints.createCycle)
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.createCycle.body }) body: CreateCycleInput,
    @IdempotencyKey() key: string,
  ) {
    return createCycle(this.deps, actor, body, key);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.recordConsultation)
  consult(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.recordConsultation.body }) body: ConsultationInput,
  ) {
    return recordConsultation(this.deps, actor, cycleId, body);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.publishPlan)
  publish(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return publishPlan(this.deps, actor, cycleId);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.openCycle)
  async open(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    const opened = await openCycle(this.deps, actor, cycleId);
    this.relay.nudge(); // the start lies in the outbox: delivered now, or as soon as Temporal answers
    return opened;
  }

  @Permission('cycle.read')
  @Endpoint(endpoints.cycles)
  list(@CurrentActor() actor: Actor, @Query({ schema: endpoints.cycles.query }) query: PageQuery) {
    return listCycles(this.deps, actor, pageOf(query));
  }

  @Permission('cycle.read')
  @Endpoint(endpoints.cycle)
  view(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return viewCycle(this.deps, actor, cycleId);
  }

  @Permission('appraisal.list')
  @Endpoint(endpoints.appraisals)
  appraisals(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Query({ schema: endpoints.appraisals.query }) query: AppraisalQuery,
  ) {
    return listAppraisals(this.deps, actor, { cycleId, unitId: query.unitId ?? null }, pageOf(query));
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.closeCollection)
  closeCollection(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.closeCollection.body }) { reason }: CloseCollectionBody,
    @IdempotencyKey() key: string,
  ) {
    return closeCollection(this.deps, actor, { cycleId, unitId, reason, key });
  }
}
