import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  confirmConsequences,
  decideLater,
  endPlan,
  readFollowUp,
  readGates,
  recordPlanStep,
  recordTalk,
  refusedAttempts,
  registerDocument,
  setImprovementPlan,
  unitConsequences,
  withdrawDocument,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type ConfirmationInput,
  type DocumentBody,
  type LaterDecisionBody,
  type PlanBody,
  type PlanEndBody,
  type PlanStepBody,
  type TalkBody,
  type WithdrawalBody,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class DecisionController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('consequence.confirm')
  @Endpoint(endpoints.confirmConsequences)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.confirmConsequences.body }) body: ConfirmationInput,
    @IdempotencyKey() key: string,
  ) {
    return confirmConsequences(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('consequence.confirm')
  @Endpoint(endpoints.decideLater)
  later(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.decideLater.body }) body: LaterDecisionBody,
    @IdempotencyKey() key: string,
  ) {
    return decideLater(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('document.record')
  @Endpoint(endpoints.registerDocument)
  register(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.registerDocument.body }) body: DocumentBody,
    @IdempotencyKey() key: string,
  ) {
    return registerDocument(this.deps, actor, { ...body, cycleId, key });
  }

  @Permission('document.record')
  @Endpoint(endpoints.withdrawDocument)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('documentId') documentId: string,
    @Body({ schema: endpoints.withdrawDocument.body }) { reason }: WithdrawalBody,
    @IdempotencyKey() key: string,
  ) {
    return withdrawDocument(this.deps, actor, { documentId, reason, key });
  }

  @Permission('decision.read')
  @Endpoint(endpoints.gates)
  gates(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return readGates(this.deps, actor, appraisalId);
  }

  @Permission('decision.read')
  @Endpoint(endpoints.unitConsequences)
  consequences(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
  ) {
    return unitConsequences(this.deps, actor, cycleId, unitId);
  }

  @Permission('decision.read')
  @Endpoint(endpoints.refusedAttempts)
  async attempts(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
  ) {
    return wholeList(await refusedAttempts(this.deps, actor, cycleId, unitId));
  }

  @Permission('plan.follow')
  @Endpoint(endpoints.setPlan)
  setPlan(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.setPlan.body }) body: PlanBody,
    @IdempotencyKey() key: string,
  ) {
    return setImprovementPlan(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('plan.follow')
  @Endpoint(endpoints.recordPlanStep)
  step(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body({ schema: endpoints.recordPlanStep.body }) body: PlanStepBody,
    @IdempotencyKey() key: string,
  ) {
    return recordPlanStep(this.deps, actor, { ...body, planId, key });
  }

  @Permission('plan.follow')
  @Endpoint(endpoints.endPlan)
  end(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body({ schema: endpoints.endPlan.body }) body: PlanEndBody,
    @IdempotencyKey() key: string,
  ) {
    return endPlan(this.deps, actor, { ...body, planId, key });
  }

  @Permission('plan.follow')
  @Endpoint(endpoints.recordTalk)
  talk(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.recordTalk.body }) body: TalkBody,
    @IdempotencyKey() key: string,
  ) {
    return recordTalk(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('result.read')
  @Endpoint(endpoints.followUp)
  followUp(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return readFollowUp(this.deps, actor, appraisalId);
  }
}
