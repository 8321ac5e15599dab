import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A refusal of the HTTP API, as RFC 9457 says it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly unknown[],
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

/** One person at the public API, signed in with a bearer token. */
export type ApiSession = {
  readonly username: string;
  get<T>(path: string): Promise<T>;
  /** Unsafe calls carry a fresh idempotency key. */
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  /** Sends a text document such as a CSV roster or a YAML rulebook. */
  upload<T>(path: string, contentType: string, text: string): Promise<T>;
  /** A file as it comes. */
  download(path: string): Promise<Uint8Array>;
};

type Call = { readonly method: string; readonly body?: string; readonly contentType?: string };

/** What the pages of 503 and 429 tell people: the request is kept; ask again with the same key. */
const ASK_AGAIN: ReadonlySet<number> = new Set([429, 503]);
const ASKS = 20;
const BETWEEN_ASKS_MS = 2000;

/** Who asks: the token, and how to prove again who it is, as a decision wants after some minutes. */
type Who = { readonly token: string; stepUp(): Promise<void> };

async function call<T>(url: string, who: Who | null, request: Call): Promise<T> {
  const bytes = await answerTo(url, who, request);
  return (bytes.length === 0 ? undefined : JSON.parse(new TextDecoder().decode(bytes))) as T;
}

async function answerTo(url: string, who: Who | null, request: Call): Promise<Uint8Array> {
  const headers: Record<string, string> = { accept: 'application/json, */*' };
  if (who !== null) headers['authorization'] = `Bearer ${who.token}`;
  if (request.body !== undefined) headers['content-type'] = request.contentType ?? 'application/json';
  if (request.method !== 'GET') headers['idempotency-key'] = randomUUID();
  const sent = {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: request.body }),
  };
  for (let ask = 1; ; ask += 1) {
    const response = await fetch(url, sent);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    const problem = problemOf(response.status, await response.text());
    const provesAgain = who !== null && problem.code === 'STEP_UP_REQUIRED';
    if ((!provesAgain && !ASK_AGAIN.has(response.status)) || ask === ASKS) throw problem;
    if (provesAgain) await who.stepUp();
    else await pause(BETWEEN_ASKS_MS);
  }
}

function problemOf(status: number, text: string): ApiProblem {
  try {
    const body = JSON.parse(text) as { code?: string; detail?: string; errors?: unknown[] };
    return new ApiProblem(status, body.code ?? 'UNKNOWN', body.detail ?? text, body.errors ?? []);
  } catch {
    return new ApiProblem(status, 'UNKNOWN', text.slice(0, 200), []);
  }
}

/** Signs in at `origin`, and proves again who it is when a decision asks for that; refuses with ApiProblem when the API does. */
export async function signIn(origin: string, username: string, password: string): Promise<ApiSession> {
  const { token } = await call<{ token: string }>(`${origin}/api/tokens`, null, {
    method: 'POST',
    body: JSON.stringify({ username, password }),
  });
  const who: Who = {
    token,
    stepUp: async () => {
      const body = JSON.stringify({ password });
      await call(`${origin}/api/sessions/current/step-up`, who, { method: 'POST', body });
    },
  };
  const json =
    (method: string) =>
    async <T>(path: string, body?: unknown): Promise<T> =>
      call<T>(origin + path, who, body === undefined ? { method } : { method, body: JSON.stringify(body) });
  return {
    username,
    get: async (path) => call(origin + path, who, { method: 'GET' }),
    post: json('POST'),
    put: json('PUT'),
    upload: async (path, contentType, text) =>
      call(origin + path, who, { method: 'POST', contentType, body: text }),
    download: async (path) => answerTo(origin + path, who, { method: 'GET' }),
  };
}
