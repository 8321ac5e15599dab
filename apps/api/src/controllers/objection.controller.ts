import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  answerObjection,
  listNotices,
  listObjections,
  recordObjection,
  type Actor,
} from '@kaoji/application/staff';
import { endpoints, type AnswerObjectionBody, type RecordObjectionBody } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class ObjectionController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('list.read')
  @Endpoint(endpoints.unitNotices)
  async notices(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
  ) {
    return wholeList(await listNotices(this.deps, actor, cycleId, unitId));
  }

  @Permission('objection.answer')
  @Endpoint(endpoints.objections)
  async list(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
  ) {
    return wholeList(await listObjections(this.deps, actor, cycleId, unitId));
  }

  @Permission('objection.record')
  @Endpoint(endpoints.recordObjection)
  record(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.recordObjection.body }) body: RecordObjectionBody,
    @IdempotencyKey() key: string,
  ) {
    return recordObjection(this.deps, actor, { ...body, cycleId, unitId, key });
  }

  @Permission('objection.answer')
  @Endpoint(endpoints.answerObjection)
  answer(
    @CurrentActor() actor: Actor,
    @Param('objectionId') objectionId: string,
    @Body({ schema: endpoints.answerObjection.body }) body: AnswerObjectionBody,
    @IdempotencyKey() key: string,
  ) {
    return answerObjection(this.deps, actor, { ...body, objectionId, key });
  }
}
