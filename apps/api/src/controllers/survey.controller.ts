import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  closeSurvey,
  giveOutLinks,
  listSurveys,
  surveyCoverage,
  surveyTallies,
  takeBackLink,
  type Actor,
} from '@kaoji/application/staff';
import { endpoints, type IssueLinksInput, type RevokeLinkInput } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class SurveyController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('survey.read')
  @Endpoint(endpoints.surveys)
  async list(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return wholeList(await listSurveys(this.deps, actor, cycleId));
  }

  @Permission('survey.run')
  @Endpoint(endpoints.issueLinks)
  issue(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.issueLinks.body }) body: IssueLinksInput,
    @IdempotencyKey() key: string,
  ) {
    return giveOutLinks(this.deps, actor, { ...body, campaignId, key });
  }

  @Permission('survey.run')
  @Endpoint(endpoints.revokeLink)
  revoke(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.revokeLink.body }) { link }: RevokeLinkInput,
  ) {
    return takeBackLink(this.deps, actor, { campaignId, link });
  }

  @Permission('survey.run')
  @Endpoint(endpoints.closeSurvey)
  close(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @IdempotencyKey() key: string,
  ) {
    return closeSurvey(this.deps, actor, { campaignId, key });
  }

  @Permission('survey.read')
  @Endpoint(endpoints.surveyCoverage)
  coverage(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string) {
    return surveyCoverage(this.deps, actor, campaignId);
  }

  @Permission('survey.tally')
  @Endpoint(endpoints.surveyTallies)
  async tallies(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return wholeList(await surveyTallies(this.deps, actor, cycleId));
  }
}
