import type { GivenAnswers, SurveyDeps } from '@kaoji/application';
import { answerSurvey, isAnswered, showQuestionnaire } from '@kaoji/application';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formPage, NO_ANSWERS } from '../pages/form-page.js';
import type { Language } from '../pages/language.js';
import { noticePage, retryPage } from '../pages/notice-page.js';
import { readAnswerForm } from './answer-form.js';
import { languageOf, sendFault, sendNotice, sendPage } from './send.js';
import type { SurveyLog } from './survey-log.js';

type LinkRoute = { Params: { token: string } };
type LinkRequest = FastifyRequest<LinkRoute>;

/**
 * The residents' routes, on Fastify itself: they are the hot ones. Looking changes nothing, so that the
 * preview of a messenger spends no link; only a posted form does.
 */
export function registerResidentRoutes(
  server: FastifyInstance,
  deps: SurveyDeps & { readonly log: SurveyLog },
): void {
  server.get<LinkRoute>('/s/:token', { errorHandler }, async (request, reply) => {
    return show(request, reply, NO_ANSWERS);
  });

  server.get<LinkRoute>('/s/:token/thanks', { errorHandler }, async (request, reply) => {
    const answered = await isAnswered(deps, request.params.token);
    if (!answered) return show(request, reply, NO_ANSWERS);
    return sendPage(reply, 200, noticePage(languageOf(request), 'thanks'));
  });

  server.post<LinkRoute>('/s/:token', { errorHandler }, async (request, reply) => {
    const { given, switches } = readAnswerForm(typeof request.body === 'string' ? request.body : '');
    if (switches) return show(request, reply, given);
    const language = languageOf(request);
    try {
      return await answer(request, reply, given, language);
    } catch (error) {
      return sendFault(deps.log, error, request, reply, (code) => retryPage(language, given, code));
    }
  });

  async function show(request: LinkRequest, reply: FastifyReply, given: GivenAnswers): Promise<FastifyReply> {
    const shown = await showQuestionnaire(deps, request.params.token);
    if (shown.kind === 'not_open') return sendNotice(request, reply, shown.kind, shown.opensAt);
    if (shown.kind !== 'form') return sendNotice(request, reply, shown.kind);
    const language = languageOf(request);
    return sendPage(reply, 200, formPage({ language, questionnaire: shown, given, problems: [] }));
  }

  async function answer(
    request: LinkRequest,
    reply: FastifyReply,
    given: GivenAnswers,
    language: Language,
  ): Promise<FastifyReply> {
    const { token } = request.params;
    const outcome = await answerSurvey(deps, token, given);
    switch (outcome.kind) {
      case 'accepted':
        return reply.redirect(`/s/${encodeURIComponent(token)}/thanks?lang=${language}`, 303);
      case 'invalid': {
        const { questionnaire, problems } = outcome;
        return sendPage(reply, 422, formPage({ language, questionnaire, given, problems }));
      }
      case 'not_open':
        return sendNotice(request, reply, outcome.kind, outcome.opensAt);
      default:
        return sendNotice(request, reply, outcome.kind);
    }
  }

  function errorHandler(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return sendFault(deps.log, error, request, reply);
  }
}
