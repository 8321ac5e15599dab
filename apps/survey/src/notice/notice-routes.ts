import { randomUUID } from 'node:crypto';
import type { Clock, NoticeLinks, ObjectionDeps, ShownPublicNotice } from '@kaoji/application';
import { showPublicNotice, submitObjection } from '@kaoji/application';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, sendFault, sendNotice, sendPage, sendTooMany } from '../http/send.js';
import type { SurveyLog } from '../http/survey-log.js';
import { faultEvent } from '../http/survey-log.js';
import type { NoticeLimits } from './notice-limits.js';
import { createNoticeRates, USUAL_NOTICE_LIMITS } from './notice-limits.js';
import type { FormState, ObjectionForm } from './objection-form.js';
import { emptyForm, readObjectionForm } from './objection-form.js';
import { noticeAbsentPage, objectionReceivedPage, publicNoticePage } from './public-notice-page.js';

export type NoticeSide = Omit<ObjectionDeps, 'clock'> & {
  readonly noticeLinks: Pick<NoticeLinks, 'verify'>;
  /** What differs from the usual limits. */
  readonly noticeLimits?: Partial<NoticeLimits>;
};
type NoticeDeps = NoticeSide & { readonly clock: Clock; readonly log: SurveyLog };
type Route = { Params: { token: string } };
type Shown = ShownPublicNotice & { readonly kind: 'shown' };

const ABSENT = {
  over: { status: 410, code: 'NOTICE_OVER' },
  unknown: { status: 404, code: 'LINK_UNKNOWN' },
} as const;

/**
 * Public notices: anybody who has the link may look, and object by the form. The signature of a link is checked before anything is
 * read. Nothing of who looked or objected is written down.
 */
export function registerNoticeRoutes(server: FastifyInstance, deps: NoticeDeps): void {
  const rates = createNoticeRates({ ...USUAL_NOTICE_LIMITS, ...deps.noticeLimits }, deps.clock);

  server.get<Route>('/n/:token', { errorHandler }, async (request, reply) => {
    const noticeId = admit(request, reply);
    if (noticeId === null) return reply;
    const shown = await showPublicNotice(deps, noticeId);
    if (shown.kind !== 'shown') return sendAbsent(request, reply, shown.kind);
    return sendForm(request, reply, 200, shown, {
      form: emptyForm(randomUUID()),
      problems: [],
      posted: false,
    });
  });

  server.post<Route>('/n/:token', { errorHandler }, async (request, reply) => {
    const noticeId = admit(request, reply);
    if (noticeId === null) return reply;
    const read = readObjectionForm(typeof request.body === 'string' ? request.body : '');
    if (read === null) return sendNotice(request, reply, 'not_a_form');
    const { form, switches } = read;
    if (switches) return showAgain(request, reply, noticeId, 200, { form, problems: [] });
    const seconds = rates.objection(request.ip, noticeId);
    if (seconds > 0) {
      reply.header('retry-after', String(seconds)).header('x-problem-code', 'TOO_MANY_REQUESTS');
      return showAgain(request, reply, noticeId, 429, { form, problems: [], notTaken: true });
    }
    return object(request, reply, noticeId, form);
  });

  /** The notice a genuine link is of; null once the request is answered. */
  function admit(request: FastifyRequest<Route>, reply: FastifyReply): string | null {
    const noticeId = deps.noticeLinks.verify(request.params.token);
    const seconds = noticeId === null ? rates.forged(request.ip) : rates.view(request.ip);
    if (seconds > 0) sendTooMany(request, reply, seconds);
    else if (noticeId === null) sendAbsent(request, reply, 'unknown');
    else return noticeId;
    return null;
  }

  async function object(
    request: FastifyRequest,
    reply: FastifyReply,
    noticeId: string,
    form: ObjectionForm,
  ): Promise<FastifyReply> {
    try {
      const outcome = await submitObjection(deps, noticeId, form.id, form.given);
      if (outcome.kind === 'accepted')
        return sendPage(reply, 201, objectionReceivedPage(languageOf(request), form.id));
      if (outcome.kind !== 'invalid') return sendAbsent(request, reply, outcome.kind);
      const { shown, problems } = outcome;
      return sendForm(request, reply, 422, shown, { form, problems, posted: true });
    } catch (fault) {
      // What somebody wrote is not lost if the page can still be shown.
      const shown = await showPublicNotice(deps, noticeId).catch(() => null);
      if (shown?.kind !== 'shown') throw fault;
      deps.log(faultEvent(request.id, fault));
      reply.header('retry-after', '30').header('x-problem-code', 'DATABASE_UNAVAILABLE');
      return sendForm(request, reply, 503, shown, { form, problems: [], notTaken: true, posted: true });
    }
  }

  async function showAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    noticeId: string,
    status: number,
    state: FormState,
  ): Promise<FastifyReply> {
    const shown = await showPublicNotice(deps, noticeId);
    if (shown.kind !== 'shown') return sendAbsent(request, reply, shown.kind);
    return sendForm(request, reply, status, shown, { ...state, posted: true });
  }

  function sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    shown: Shown,
    state: FormState & { readonly posted: boolean },
  ): FastifyReply {
    return sendPage(reply, status, publicNoticePage(languageOf(request), shown, state));
  }

  function sendAbsent(request: FastifyRequest, reply: FastifyReply, kind: 'over' | 'unknown'): FastifyReply {
    const { status, code } = ABSENT[kind];
    return sendPage(
      reply.header('x-problem-code', code),
      status,
      noticeAbsentPage(languageOf(request), kind, code),
    );
  }

  function errorHandler(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return sendFault(deps.log, error, request, reply);
  }
}
