import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../pages/language.js';
import { chooseLanguage } from '../pages/language.js';
import { noticePage } from '../pages/notice-page.js';
import type { NoticeKind } from '../pages/texts.js';
import type { SurveyLog } from './survey-log.js';
import { faultEvent } from './survey-log.js';

const RETRY_AFTER_SECONDS = '30';

/** Status and code of every page but the questionnaire and the thanks. README.md has them as a table. */
const NOTICES = {
  used: { status: 410, code: 'LINK_USED' },
  expired: { status: 410, code: 'LINK_EXPIRED' },
  revoked: { status: 410, code: 'LINK_REVOKED' },
  closed: { status: 410, code: 'SURVEY_CLOSED' },
  unknown: { status: 404, code: 'LINK_UNKNOWN' },
  not_open: { status: 403, code: 'LINK_NOT_OPEN' },
  not_a_form: { status: 415, code: 'CONTENT_TYPE_UNSUPPORTED' },
  too_large: { status: 413, code: 'BODY_TOO_LARGE' },
} as const satisfies Partial<Record<NoticeKind, PageProblem>>;

type PageProblem = { readonly status: number; readonly code: string };
const UNAVAILABLE: PageProblem = { status: 503, code: 'DATABASE_UNAVAILABLE' };
const INTERNAL: PageProblem = { status: 500, code: 'INTERNAL' };

/** The language of an answer, also to a request that was refused before its query was read. */
export function languageOf(request: FastifyRequest): Language {
  const query = request.url.slice(request.url.indexOf('?') + 1);
  return chooseLanguage(new URLSearchParams(query).get('lang'), request.headers['accept-language']);
}

export function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

export function sendNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: keyof typeof NOTICES,
  opensAt: number | null = null,
): FastifyReply {
  const { status, code } = NOTICES[kind];
  const page = noticePage(languageOf(request), kind, { code, opensAt });
  return sendPage(reply.header('x-problem-code', code), status, page);
}

/**
 * The page for whatever went wrong: requests that are no form of ours are told so by what Fastify or Nest
 * made of them; everything else is a fault of ours, logged, and worth another try. `page` is what the
 * resident sees of a fault.
 */
export function sendFault(
  log: SurveyLog,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  page: (code: string) => string = (code) => noticePage(languageOf(request), 'fault', { code }),
): FastifyReply {
  const status = statusOf(error);
  if (status === 413) return sendNotice(request, reply, 'too_large');
  if (status === 415 || status === 400) return sendNotice(request, reply, 'not_a_form');
  if (status === 404) return sendNotice(request, reply, 'unknown');
  const fault = faultEvent(request.id, error);
  log(fault);
  const problem = fault.code === UNAVAILABLE.code ? UNAVAILABLE : INTERNAL;
  if (problem === UNAVAILABLE) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return sendPage(reply.header('x-problem-code', problem.code), problem.status, page(problem.code));
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  return null;
}
