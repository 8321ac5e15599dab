import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  answerChallenge,
  challengeMember,
  declareInterest,
  listPanelParts,
  listPanels,
  namePanel,
  ownPanels,
  panelReport,
  recuseFromPanel,
  replaceAbsent,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type InterestBody,
  type NamePanelBody,
  type PanelAbsenceBody,
  type PanelAnswerBody,
  type PanelChallengeBody,
  type PanelRecusalBody,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class PanelController {
  constructor(
    @Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'rulebooks'>,
  ) {}

  @Permission('panel.name')
  @Endpoint(endpoints.namePanel)
  name(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.namePanel.body }) body: NamePanelBody,
    @IdempotencyKey() key: string,
  ) {
    return namePanel(this.deps, actor, { ...body, cycleId, unitId, key });
  }

  @Permission('panel.name')
  @Endpoint(endpoints.panelParts)
  async parts(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
  ) {
    return wholeList(await listPanelParts(this.deps, actor, cycleId, unitId));
  }

  @Permission('panel.read')
  @Endpoint(endpoints.panels)
  list(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return listPanels(this.deps, actor, cycleId);
  }

  @Permission('panel.report')
  @Endpoint(endpoints.panelReport)
  report(@CurrentActor() actor: Actor, @Param('panelId') panelId: string) {
    return panelReport(this.deps, actor, panelId);
  }

  @Permission('panel.recuse')
  @Endpoint(endpoints.recuseFromPanel)
  recuse(
    @CurrentActor() actor: Actor,
    @Param('panelId') panelId: string,
    @Body({ schema: endpoints.recuseFromPanel.body }) body: PanelRecusalBody,
    @IdempotencyKey() key: string,
  ) {
    return recuseFromPanel(this.deps, actor, { ...body, panelId, key });
  }

  @Permission('panel.name')
  @Endpoint(endpoints.replaceAbsent)
  absent(
    @CurrentActor() actor: Actor,
    @Param('panelId') panelId: string,
    @Body({ schema: endpoints.replaceAbsent.body }) body: PanelAbsenceBody,
    @IdempotencyKey() key: string,
  ) {
    return replaceAbsent(this.deps, actor, { ...body, appraisalId: body.appraisalId ?? null, panelId, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.challengeMember)
  challenge(
    @CurrentActor() actor: Actor,
    @Param('panelId') panelId: string,
    @Body({ schema: endpoints.challengeMember.body }) body: PanelChallengeBody,
    @IdempotencyKey() key: string,
  ) {
    return challengeMember(this.deps, actor, { ...body, panelId, key });
  }

  @Permission('panel.answer')
  @Endpoint(endpoints.answerChallenge)
  answer(
    @CurrentActor() actor: Actor,
    @Param('panelId') panelId: string,
    @Body({ schema: endpoints.answerChallenge.body }) body: PanelAnswerBody,
    @IdempotencyKey() key: string,
  ) {
    return answerChallenge(this.deps, actor, { ...body, panelId, key });
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.ownPanels)
  async own(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return wholeList(await ownPanels(this.deps, actor, appraisalId));
  }

  @Permission('interest.declare')
  @Endpoint(endpoints.declareInterest)
  declare(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.declareInterest.body }) body: InterestBody,
    @IdempotencyKey() key: string,
  ) {
    return declareInterest(this.deps, actor, { ...body, appraisalId, key });
  }
}
