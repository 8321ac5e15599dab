import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Language } from '../pages/language.js';
import { noticePage } from '../pages/notice-page.js';
import { BODY_LIMIT_BYTES } from './body-limit.js';
import type { WaitingLine } from '../limits/waiting-line.js';
import type { RequestCounts } from './request-counts.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { BUSY, languageOf } from './send.js';

export type EarlyRefusalDeps = {
  readonly counts: RequestCounts;
  readonly roomForPages: { isFull(): boolean };
  readonly roomForAnswers: { isFull(): boolean };
  /** Whether a refusal may still be the page that holds the answer: it costs as much as taking the answer. */
  readonly mayHoldAnswer: () => boolean;
  readonly line: WaitingLine;
};

type Kind = 'busy' | 'busy_unread';
type Page = { readonly headers: readonly (readonly string[])[]; readonly body: Buffer };

const ROUTE = '/s/:token';
/** Not all at the same moment: who is refused together would come back together. */
const SOONEST_SECONDS = 5;
const LATEST_SECONDS = 15;

/**
 * Refuses what there is no room for before anything of it is looked at: no routing, no hooks, no signature, no body. A
 * refusal has to cost next to nothing, or refusing many leaves no time to take any. It waits for a moment first, and goes
 * on if there is room then: whoever tries again at once would else be refused thousands of times a second, and every step
 * of an answer would wait behind that. Who is refused here takes no room and counts against no rate. Everything else goes
 * on to `handle`, and so does a form that does not say its length.
 */
export function refuseEarly(handle: RequestListener, deps: EarlyRefusalDeps): RequestListener {
  const pages = { busy: inBoth('busy'), busy_unread: inBoth('busy_unread') };
  return (request, response) => {
    if (refusalOf(request, deps) === null) handle(request, response);
    else deps.line.join(() => refuseUnlessRoom(request, response));
  };

  function refuseUnlessRoom(request: IncomingMessage, response: ServerResponse): void {
    if (response.destroyed) return; // nobody waits for it any more
    const kind = refusalOf(request, deps);
    if (kind === null) {
      handle(request, response);
      return;
    }
    const { headers, body } = pages[kind][languageOf(request)];
    const nth = Math.floor(Math.random() * headers.length);
    response.writeHead(BUSY.status, headers[nth] as string[]);
    response.end(body);
    deps.counts.count(request.method ?? '', ROUTE, BUSY.status);
  }
}

function refusalOf(request: IncomingMessage, deps: EarlyRefusalDeps): Kind | null {
  const { method, url = '', headers } = request;
  if (!url.startsWith('/s/')) return null;
  if (method === 'GET') return deps.roomForPages.isFull() && !/^[^?]*\/thanks/.test(url) ? 'busy' : null;
  if (method !== 'POST' || !deps.roomForAnswers.isFull()) return null;
  // What is no small form is told so by the server behind.
  if (!(Number(headers['content-length']) <= BODY_LIMIT_BYTES)) return null;
  return deps.mayHoldAnswer() ? null : 'busy_unread';
}

function inBoth(kind: Kind): Readonly<Record<Language, Page>> {
  return { zh: pageOf('zh', kind), en: pageOf('en', kind) };
}

function pageOf(language: Language, kind: Kind): Page {
  const body = Buffer.from(noticePage(language, kind, { code: BUSY.code }), 'utf8');
  const seconds = Array.from(
    { length: LATEST_SECONDS - SOONEST_SECONDS + 1 },
    (_, at) => SOONEST_SECONDS + at,
  );
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(body.length),
    'x-problem-code': BUSY.code,
    ...SECURITY_HEADERS,
  };
  return {
    body,
    headers: seconds.map((after) => Object.entries({ 'retry-after': String(after), ...headers }).flat()),
  };
}
