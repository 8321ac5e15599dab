import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  appealOutcome,
  contestDifference,
  contestFile,
  decideAgain,
  decideContest,
  deliverOutcome,
  deliverResults,
  holdHearing,
  listDeliveries,
  receiveOutcome,
  receiveResult,
  recordKin,
  tryCorrections,
  viewContest,
  withdrawContest,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type AgainBody,
  type AppealBody,
  type HearingBody,
  type KinBody,
  type OutcomeBody,
  type StaffDeliveryBody,
  type TrialBody,
  type UnitDeliveryBody,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class ContestController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('own.appraisal')
  @Endpoint(endpoints.receiveResult)
  receive(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @IdempotencyKey() key: string,
  ) {
    return receiveResult(this.deps, actor, { appraisalId, key });
  }

  @Permission('result.deliveries')
  @Endpoint(endpoints.deliveries)
  async deliveries(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
  ) {
    return wholeList(await listDeliveries(this.deps, actor, { cycleId, unitId }));
  }

  @Permission('result.deliver')
  @Endpoint(endpoints.deliver)
  deliver(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.deliver.body }) body: UnitDeliveryBody,
    @IdempotencyKey() key: string,
  ) {
    return deliverResults(this.deps, actor, { ...body, cycleId, unitId, key });
  }

  @Permission('contest.read')
  @Endpoint(endpoints.contestView)
  view(@CurrentActor() actor: Actor, @Param('contestId') contestId: string) {
    return viewContest(this.deps, actor, contestId);
  }

  @Permission('contest.read')
  @Endpoint(endpoints.contestDifference)
  async difference(@CurrentActor() actor: Actor, @Param('contestId') contestId: string) {
    return wholeList(await contestDifference(this.deps, actor, contestId));
  }

  @Permission('contest.decide')
  @Endpoint(endpoints.contestFile)
  file(@CurrentActor() actor: Actor, @Param('contestId') contestId: string) {
    return contestFile(this.deps, actor, contestId);
  }

  @Permission('contest.decide')
  @Endpoint(endpoints.contestHearing)
  hear(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @Body({ schema: endpoints.contestHearing.body }) { note }: HearingBody,
    @IdempotencyKey() key: string,
  ) {
    return holdHearing(this.deps, actor, { contestId, note, key });
  }

  @Permission('contest.decide')
  @Endpoint(endpoints.contestTrial)
  trial(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @Body({ schema: endpoints.contestTrial.body }) { corrections }: TrialBody,
  ) {
    return tryCorrections(this.deps, actor, { contestId, corrections });
  }

  @Permission('contest.decide')
  @Endpoint(endpoints.contestOutcome)
  decide(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @Body({ schema: endpoints.contestOutcome.body }) body: OutcomeBody,
    @IdempotencyKey() key: string,
  ) {
    return decideContest(this.deps, actor, { ...body, contestId, key });
  }

  @Permission('contest.decide_again')
  @Endpoint(endpoints.contestAgain)
  again(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @Body({ schema: endpoints.contestAgain.body }) body: AgainBody,
    @IdempotencyKey() key: string,
  ) {
    return decideAgain(this.deps, actor, { ...body, contestId, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.receiveOutcome)
  receiveOutcome(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @IdempotencyKey() key: string,
  ) {
    return receiveOutcome(this.deps, actor, { contestId, key });
  }

  @Permission('result.deliver')
  @Endpoint(endpoints.deliverOutcome)
  deliverOutcome(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @Body({ schema: endpoints.deliverOutcome.body }) body: StaffDeliveryBody,
    @IdempotencyKey() key: string,
  ) {
    return deliverOutcome(this.deps, actor, { ...body, contestId, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.appeal)
  appeal(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @Body({ schema: endpoints.appeal.body }) { grounds }: AppealBody,
    @IdempotencyKey() key: string,
  ) {
    return appealOutcome(this.deps, actor, { contestId, grounds, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.withdrawContest)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('contestId') contestId: string,
    @IdempotencyKey() key: string,
  ) {
    return withdrawContest(this.deps, actor, { contestId, key });
  }

  @Permission('kin.record')
  @Endpoint(endpoints.recordKin)
  kin(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.recordKin.body }) { accountId }: KinBody,
    @IdempotencyKey() key: string,
  ) {
    return recordKin(this.deps, actor, { appraisalId, accountId, key });
  }
}
