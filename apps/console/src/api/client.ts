import createClient, { type Middleware } from 'openapi-fetch';
import { askStepUp } from '../session/step-up-state.js';
import { csrf } from './csrf.js';
import { problemOf, unreachable } from './problem.js';
import type { paths } from './schema.gen.js';

const CSRF_HEADER = 'x-csrf-token';

/** What was sent, as it was: a body is read once, and a decision may have to be sent again. */
const sent = new WeakMap<Request, Request>();

const house: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return;
    request.headers.set(CSRF_HEADER, csrf.read());
    sent.set(request, request.clone());
  },
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    const problem = await problemOf(response);
    const again = sent.get(request);
    if (problem.document.code !== 'STEP_UP_REQUIRED' || again === undefined) throw problem;
    if (!(await askStepUp())) throw problem;
    // With its own idempotency key; a sign-in meanwhile brought another CSRF token.
    again.headers.set(CSRF_HEADER, csrf.read());
    const answer = await fetch(again).catch(() => {
      throw unreachable();
    });
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  },
  onError() {
    return unreachable();
  },
};

/** Named here, since tests of what is pure read this file where no browser's types are. */
declare const location: { readonly origin: string };

/** The service, typed by its OpenAPI document. A refusal is thrown as an `ApiProblem`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => fetch(request) });
api.use(house);

/** What an answer holds; everything that is not ok was thrown before. */
export async function answerOf<Data>(asked: Promise<{ readonly data?: Data }>): Promise<NonNullable<Data>> {
  return (await asked).data as NonNullable<Data>;
}

/** Leaves out what is not set, so that an address says only what was asked for. */
export function asked<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
