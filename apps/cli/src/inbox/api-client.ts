import { Refusal } from '@kaoji/domain';

/** Who talks to which API; `token` is a bearer token. */
export type ApiAddress = { readonly api: string; readonly token: string };
type Call = { readonly method: 'GET' | 'POST'; readonly body?: unknown; readonly key?: string };
type Problem = {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly unknown[];
};

/** Asks the staff API once. Its refusals become refusals of the command with the same code; besides `API_UNREACHABLE`. */
export async function callApi<T>({ api, token }: ApiAddress, path: string, call: Call): Promise<T> {
  const { method, body, key } = call;
  const response = await reach(new URL(path, api), {
    method,
    headers: {
      accept: 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  const { code, detail, errors } = problemIn(text);
  if (code === 'STEP_UP_REQUIRED') throw new Refusal(code, `${detail ?? ''} ${FRESH_TOKEN}`.trim(), { key });
  throw new Refusal(code ?? 'API_ANSWERED_WRONG', detail ?? `The API answered ${response.status}.`, {
    ...(errors === undefined ? {} : { errors }),
    ...(key === undefined ? {} : { key }),
  });
}

/** A command asks for no password: a fresh token is as good. */
const FRESH_TOKEN =
  'Here: name --account with --accounts, which signs in anew, or set KAOJI_TOKEN to a token of the last minutes.';

async function reach(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch {
    throw new Refusal('API_UNREACHABLE', `Nobody answers at ${url.origin}. Name it with --api or KAOJI_API.`);
  }
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
