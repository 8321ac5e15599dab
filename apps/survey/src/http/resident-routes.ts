import type { GenuineLink, Shown, SurveyDeps, SurveyLinks, Turned } from '@kaoji/application';
import { answerSurvey, receiptOf, showQuestionnaire } from '@kaoji/application';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Room } from '../limits/room.js';
import type { Rates } from '../limits/survey-limits.js';
import type { FirstPages } from '../pages/first-pages.js';
import type { PostedForm } from '../pages/posted-form.js';
import { readPostedForm } from '../pages/posted-form.js';
import { screenAsked, screenRefused } from '../pages/screens.js';
import { thanksPage } from '../pages/thanks-page.js';
import { languageOf, sendBusy, sendFault, sendNotice, sendPage, sendTooMany } from './send.js';
import type { SurveyLog } from './survey-log.js';

type LinkRoute = { Params: { token: string } };
type LinkRequest = FastifyRequest<LinkRoute>;

export type ResidentDeps = SurveyDeps & {
  readonly links: Pick<SurveyLinks, 'verify'>;
  readonly log: SurveyLog;
  readonly rates: Rates;
  readonly pages: FirstPages;
  readonly roomForPages: Room;
  readonly roomForAnswers: Room;
};

/**
 * The residents' routes, on Fastify itself: they are the hot ones. Looking changes nothing, so that the
 * preview of a messenger spends no link; only a posted form does. The signature of a link is checked first:
 * a forged one costs no read and counts against nobody who has a genuine one.
 */
export function registerResidentRoutes(server: FastifyInstance, deps: ResidentDeps): void {
  server.get<LinkRoute>('/s/:token', { errorHandler }, async (request, reply) => {
    const link = admit(request, reply, null);
    if (link === null) return reply;
    const shown = deps.roomForPages.within(() => showQuestionnaire(deps, link));
    if (shown === null) return sendBusy(request, reply);
    return sendFirst(request, reply, link, await shown);
  });

  server.get<LinkRoute>('/s/:token/thanks', { errorHandler }, async (request, reply) => {
    const link = admit(request, reply, null);
    if (link === null) return reply;
    const receipt = await receiptOf(deps, link);
    if (receipt !== null) return sendPage(reply, 200, thanksPage(languageOf(request), receipt));
    return reply.redirect(`${pathOf(request)}?lang=${languageOf(request)}`, 303);
  });

  server.post<LinkRoute>('/s/:token', { errorHandler }, async (request, reply) => {
    const form = readPostedForm(typeof request.body === 'string' ? request.body : '');
    const link = admit(request, reply, form);
    if (link === null) return reply;
    try {
      const done = deps.roomForAnswers.within(() => {
        const asks = form.switches || form.go !== null;
        return asks ? turnTo(request, reply, link, form) : answer(request, reply, link, form);
      });
      return done === null ? sendBusy(request, reply, form) : await done;
    } catch (error) {
      return sendFault(deps.log, error, request, reply, form);
    }
  });

  /** The link if it is genuine and not used too often; else null, and the reply is sent. */
  function admit(request: LinkRequest, reply: FastifyReply, form: PostedForm | null): GenuineLink | null {
    const verified = deps.links.verify(request.params.token);
    if (!verified.ok) {
      const seconds = deps.rates.forged(request.ip);
      if (seconds === 0) sendNotice(request, reply, 'unknown');
      else sendTooMany(request, reply, seconds);
      return null;
    }
    const seconds = deps.rates.genuine(request.ip, verified.linkHash);
    if (seconds === 0) return verified;
    sendTooMany(request, reply, seconds, form);
    return null;
  }

  async function sendFirst(
    request: LinkRequest,
    reply: FastifyReply,
    link: GenuineLink,
    shown: Shown | Turned,
  ): Promise<FastifyReply> {
    if (shown.kind !== 'form') return sendTurned(request, reply, link, shown);
    return sendPage(reply, 200, deps.pages.of(shown, languageOf(request), deps.clock.now()));
  }

  async function turnTo(
    request: LinkRequest,
    reply: FastifyReply,
    link: GenuineLink,
    form: PostedForm,
  ): Promise<FastifyReply> {
    const shown = await showQuestionnaire(deps, link);
    if (shown.kind !== 'form') return sendTurned(request, reply, link, shown);
    const { status, page } = screenAsked(languageOf(request), shown, form);
    return sendPage(reply, status, page);
  }

  async function answer(
    request: LinkRequest,
    reply: FastifyReply,
    link: GenuineLink,
    form: PostedForm,
  ): Promise<FastifyReply> {
    const outcome = await answerSurvey(deps, link, form.given, form.shownAt);
    if (outcome.kind === 'accepted') {
      return reply.redirect(`${pathOf(request)}/thanks?lang=${languageOf(request)}`, 303);
    }
    if (outcome.kind !== 'invalid') return sendTurned(request, reply, link, outcome);
    const page = screenRefused(languageOf(request), outcome.shown, form, outcome.problems);
    return sendPage(reply, 422, page);
  }

  async function sendTurned(
    request: LinkRequest,
    reply: FastifyReply,
    link: GenuineLink,
    turned: Turned,
  ): Promise<FastifyReply> {
    if (turned.kind === 'used') {
      return sendNotice(request, reply, 'used', { receipt: await receiptOf(deps, link), receipts: true });
    }
    // Somebody tries links that were signed once and are none now: no guessing, but not for free either.
    if (turned.kind === 'unknown') deps.rates.forged(request.ip);
    const opensAt = turned.kind === 'not_open' ? turned.opensAt : null;
    return sendNotice(request, reply, turned.kind, { opensAt, receipts: turned.kind === 'closed' });
  }

  function errorHandler(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return sendFault(deps.log, error, request, reply);
  }
}

function pathOf(request: LinkRequest): string {
  return `/s/${encodeURIComponent(request.params.token)}`;
}
