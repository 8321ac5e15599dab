import { Body, Controller, Inject, Param, Res } from '@nestjs/common';
import {
  adoptQuestionnaire,
  chooseQuestionnaire,
  cycleQuestionnaire,
  listQuestionnaires,
  previewQuestionnaire,
  viewQuestionnaire,
  type Actor,
} from '@kaoji/application/staff';
import { endpoints, type AdoptQuestionnaireInput, type ChooseQuestionnaireInput } from '@kaoji/http-contract';
import type { FastifyReply } from 'fastify';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { questionnairePage } from '../docs/questionnaire-page.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class QuestionnaireController {
  constructor(
    @Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'rulebooks'>,
  ) {}

  @Permission('questionnaire.adopt')
  @Endpoint(endpoints.adoptQuestionnaire)
  adopt(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.adoptQuestionnaire.body }) { source }: AdoptQuestionnaireInput,
  ) {
    return adoptQuestionnaire(this.deps, actor, source);
  }

  @Permission('questionnaire.read')
  @Endpoint(endpoints.questionnaires)
  async list(@CurrentActor() actor: Actor) {
    return wholeList(await listQuestionnaires(this.deps, actor));
  }

  @Permission('questionnaire.read')
  @Endpoint(endpoints.questionnaire)
  view(@Param('hash') hash: string) {
    return viewQuestionnaire(this.deps, hash);
  }

  @Permission('questionnaire.read')
  @Endpoint(endpoints.questionnairePreview)
  async preview(@Param('hash') hash: string, @Res() reply: FastifyReply) {
    const page = questionnairePage(await previewQuestionnaire(this.deps, hash));
    return reply.type(endpoints.questionnairePreview.produces).send(page);
  }

  @Permission('questionnaire.read')
  @Endpoint(endpoints.cycleQuestionnaire)
  ofCycle(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return cycleQuestionnaire(this.deps, actor, cycleId);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.chooseQuestionnaire)
  choose(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.chooseQuestionnaire.body }) { hash }: ChooseQuestionnaireInput,
  ) {
    return chooseQuestionnaire(this.deps, actor, { cycleId, hash });
  }
}
