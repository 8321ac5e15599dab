import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../pages/language.js';
import { chooseLanguage } from '../pages/language.js';
import type { NoticeDetails } from '../pages/notice-page.js';
import { noticePage, retryPage } from '../pages/notice-page.js';
import type { PostedForm } from '../pages/posted-form.js';
import type { NoticeKind } from '../pages/texts.js';
import type { SurveyLog } from './survey-log.js';
import { faultEvent } from './survey-log.js';

type PageProblem = { readonly status: number; readonly code: string };

/** Status and code of every page but the questionnaire, the thanks and the receipts. README.md has them as a table. */
const NOTICES = {
  used: { status: 410, code: 'LINK_USED' },
  expired: { status: 410, code: 'LINK_EXPIRED' },
  revoked: { status: 410, code: 'LINK_REVOKED' },
  closed: { status: 410, code: 'SURVEY_CLOSED' },
  unknown: { status: 404, code: 'LINK_UNKNOWN' },
  not_open: { status: 403, code: 'LINK_NOT_OPEN' },
  not_a_form: { status: 415, code: 'CONTENT_TYPE_UNSUPPORTED' },
  too_large: { status: 413, code: 'BODY_TOO_LARGE' },
  too_many: { status: 429, code: 'TOO_MANY_REQUESTS' },
  busy: { status: 503, code: 'SURVEY_BUSY' },
} as const satisfies Partial<Record<NoticeKind, PageProblem>>;
type Sent = keyof typeof NOTICES;
export const BUSY: PageProblem = NOTICES.busy;

const UNAVAILABLE: PageProblem = { status: 503, code: 'DATABASE_UNAVAILABLE' };
const INTERNAL: PageProblem = { status: 500, code: 'INTERNAL' };
const UNAVAILABLE_SECONDS = 30;
const BUSY_SECONDS = 5;

/** The language of an answer, also to a request that was refused before its query was read. */
export function languageOf(request: Pick<IncomingMessage, 'url' | 'headers'>): Language {
  const { url = '' } = request;
  // Our own forms ask like this, and every answer comes from one.
  if (url.endsWith('?lang=zh')) return 'zh';
  if (url.endsWith('?lang=en')) return 'en';
  const at = url.indexOf('?');
  const asked = at < 0 ? null : new URLSearchParams(url.slice(at + 1)).get('lang');
  return chooseLanguage(asked, request.headers['accept-language']);
}

export function sendPage(reply: FastifyReply, status: number, page: string | Buffer): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

export function sendNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Sent,
  details: NoticeDetails = {},
): FastifyReply {
  const { status, code } = NOTICES[kind];
  const page = noticePage(languageOf(request), kind, { ...details, code });
  return sendPage(reply.header('x-problem-code', code), status, page);
}

/** Too many requests: when to come back, and what was filled in, if anything was. */
export function sendTooMany(
  request: FastifyRequest,
  reply: FastifyReply,
  seconds: number,
  form: PostedForm | null = null,
): FastifyReply {
  reply.header('retry-after', String(seconds));
  if (form === null) return sendNotice(request, reply, 'too_many');
  const { status, code } = NOTICES.too_many;
  const page = retryPage(languageOf(request), 'too_many_not_saved', form, code);
  return sendPage(reply.header('x-problem-code', code), status, page);
}

/** More at once than can be taken: nobody's fault and nothing to write down. */
export function sendBusy(
  request: FastifyRequest,
  reply: FastifyReply,
  form: PostedForm | null = null,
): FastifyReply {
  reply.header('retry-after', String(BUSY_SECONDS));
  if (form === null) return sendNotice(request, reply, 'busy');
  const { status, code } = NOTICES.busy;
  const page = retryPage(languageOf(request), 'busy_not_saved', form, code);
  return sendPage(reply.header('x-problem-code', code), status, page);
}

/**
 * The page for whatever went wrong: requests that are no form of ours are told so by what Fastify or Nest
 * made of them; everything else is a fault of ours, logged, and worth another try, with `form` as it was sent.
 */
export function sendFault(
  log: SurveyLog,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  form: PostedForm | null = null,
): FastifyReply {
  const status = statusOf(error);
  if (status === 413) return sendNotice(request, reply, 'too_large');
  if (status === 415 || status === 400) return sendNotice(request, reply, 'not_a_form');
  if (status === 404) return sendNotice(request, reply, 'unknown');
  const fault = faultEvent(request.id, error);
  if (fault.code === NOTICES.busy.code) return sendBusy(request, reply, form);
  log(fault);
  const problem = fault.code === UNAVAILABLE.code ? UNAVAILABLE : INTERNAL;
  if (problem === UNAVAILABLE) reply.header('retry-after', String(UNAVAILABLE_SECONDS));
  const language = languageOf(request);
  const { code } = problem;
  const page =
    form === null ? noticePage(language, 'fault', { code }) : retryPage(language, 'not_saved', form, code);
  return sendPage(reply.header('x-problem-code', code), problem.status, page);
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  return null;
}
