import createClient, { type Middleware } from 'openapi-fetch';
import { csrf } from './csrf.js';
import { problemOf, unreachable } from './problem.js';
import type { paths } from './schema.gen.js';

const CSRF_HEADER = 'x-csrf-token';

const house: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set(CSRF_HEADER, csrf.read());
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError() {
    return unreachable();
  },
};

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
