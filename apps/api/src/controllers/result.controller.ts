import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  contestResult,
  cycleSummary,
  gradeLater,
  ownAppraisals,
  ownGrades,
  ownYear,
  readHistory,
  readResult,
  readStory,
  recordDeparture,
  signResult,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type ContestInputBody,
  type DepartureInput,
  type LaterGradeInput,
  type SignatureInput,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class ResultController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('own.appraisal')
  @Endpoint(endpoints.myAppraisals)
  async mine(@CurrentActor() actor: Actor) {
    return wholeList(await ownAppraisals(this.deps, actor));
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.ownGrades)
  async grades(@CurrentActor() actor: Actor) {
    return wholeList(await ownGrades(this.deps, actor));
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.ownYear)
  year(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return ownYear(this.deps, actor, appraisalId);
  }

  @Permission('result.read')
  @Endpoint(endpoints.result)
  result(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return readResult(this.deps, actor, appraisalId);
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.sign)
  sign(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.sign.body }) body: SignatureInput,
    @IdempotencyKey() key: string,
  ) {
    return signResult(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.contest)
  contest(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.contest.body }) { grounds }: ContestInputBody,
    @IdempotencyKey() key: string,
  ) {
    return contestResult(this.deps, actor, { appraisalId, grounds, key });
  }

  @Permission('grade.later')
  @Endpoint(endpoints.laterGrade)
  laterGrade(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.laterGrade.body }) body: LaterGradeInput,
    @IdempotencyKey() key: string,
  ) {
    return gradeLater(this.deps, actor, { ...body, appraisalId, key });
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.depart)
  depart(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.depart.body }) { leftOn }: DepartureInput,
    @IdempotencyKey() key: string,
  ) {
    return recordDeparture(this.deps, actor, { appraisalId, leftOn, key });
  }

  @Permission('audit.history')
  @Endpoint(endpoints.history)
  history(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return readHistory(this.deps, actor, appraisalId);
  }

  @Permission('story.read')
  @Endpoint(endpoints.story)
  story(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return readStory(this.deps, actor, appraisalId);
  }

  @Permission('cycle.summary')
  @Endpoint(endpoints.summary)
  summary(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return cycleSummary(this.deps, actor, cycleId);
  }
}
