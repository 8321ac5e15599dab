import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type {
  ArchiveStore,
  Clock,
  ClosedRuns,
  EngineWatch,
  FlowCode,
  WorkflowGateway,
} from '@kaoji/application';
import { createCalendarShelf, createRulebookShelf, createSignInAttempts } from '@kaoji/application/staff';
import {
  connectTemporal,
  configuredChannels,
  createBallotBoxes,
  createClosedRuns,
  createContactSealer,
  createEngineWatch,
  createDeliveryReports,
  createFlowCode,
  createFlowReplays,
  createIds,
  createNoticeLinks,
  createObjectionKeys,
  createObjectionSealer,
  createPasswords,
  createSecrets,
  createSlipPrinter,
  createSurveyLinks,
  createWorkflowGateway,
  personSealing,
  shuffle,
  suiteOf,
  systemClock,
  type ChannelSettings,
  type PasswordOptions,
} from '@kaoji/gateways';
import { openDatabase, type Database } from '@kaoji/persistence';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApiApp } from '../../src/api-app.js';
import type { Provider } from '../../src/api-deps.js';
import type { ApiEvent } from '../../src/http/api-log.js';
import { loadCalendars } from '../../src/load-calendars.js';
import { releaseVersion } from '../../src/release-version.js';
import { PASSWORD, seedDemo, type Name } from './places.js';

/** Two cores, a real database and real hashing: longer than Jest's five seconds on a busy machine. */
jest.setTimeout(60_000);

/** Nobody listens there: what a lost Temporal looks like. */
export const NOBODY = '127.0.0.1:1';
export const LINK_KEY = { id: 'test', secret: 'A'.repeat(43) };
/** The same as the worker's of harness/worker.ts. */
export const PERSON_KEY = { id: 'test', secret: 'A'.repeat(43) };
export const CONTACT_KEY = { id: 'test', secret: 'A'.repeat(43) };

export type Answer<T = Record<string, unknown>> = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
};
export type Send = {
  readonly method?: string;
  readonly json?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
};
/** One person at the API; every unsafe request carries a fresh key unless it brings its own. */
export type Person = {
  send<T = Record<string, unknown>>(path: string, send?: Send): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, json?: unknown, key?: string): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, json: unknown): Promise<Answer<T>>;
  upload<T = Record<string, unknown>>(
    path: string,
    type: string,
    raw: string | Uint8Array<ArrayBuffer>,
  ): Promise<Answer<T>>;
};
export type TestApi = {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly events: readonly ApiEvent[];
  /** Signed in with a bearer token. */
  as(name: Name): Promise<Person>;
  /** Not signed in. */
  readonly stranger: Person;
  close(): Promise<void>;
};
export type TestApiOptions = {
  readonly temporal?: string;
  readonly namespace?: string;
  readonly database?: string;
  readonly clock?: Clock;
  readonly passwords?: PasswordOptions;
  readonly stepUpMs?: number;
  readonly provider?: Provider;
  readonly channels?: ChannelSettings;
  /** In place of Temporal, for rules that end where a flow is told. */
  readonly gateway?: WorkflowGateway;
  readonly archive?: ArchiveStore;
  /** In place of what Temporal lists. */
  readonly closedRuns?: ClosedRuns;
  /** The code of builds, for stories; none unless given. */
  readonly code?: FlowCode;
  /** In place of what Temporal says of itself. */
  readonly engine?: EngineWatch;
  readonly temporalUi?: string;
  /** The folder of a built console. */
  readonly consoleFolder?: string;
};

/** The whole service in this process, on a port of its own, with people and places but no cycle. */
export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = await openDatabase(options.database ?? 'sqlite::memory:', personSealing([PERSON_KEY]));
  await database.migrate();
  const passwords = createPasswords(options.passwords);
  await seedDemo(database.transactions, await passwords.hash(PASSWORD));
  const temporal = connectTemporal(options.temporal ?? NOBODY, options.namespace ?? 'default');
  const clock = options.clock ?? systemClock;
  const events: ApiEvent[] = [];
  const app = await createApiApp({
    transactions: database.transactions,
    gateway: options.gateway ?? createWorkflowGateway(temporal),
    passwords,
    secrets: createSecrets(),
    clock,
    ids: createIds(systemClock),
    links: createSurveyLinks([LINK_KEY]),
    attempts: createSignInAttempts(),
    stepUpMs: options.stepUpMs ?? 15 * 60_000,
    provider: options.provider ?? null,
    ballotBoxes: createBallotBoxes(),
    passphrases: createSignInAttempts(),
    shuffle,
    contacts: createContactSealer([CONTACT_KEY]),
    noticeLinks: createNoticeLinks([LINK_KEY]),
    objectionKeys: createObjectionKeys([CONTACT_KEY]),
    objectionSealer: createObjectionSealer(),
    channels: new Set(configuredChannels(options.channels ?? {})),
    reports: createDeliveryReports(options.channels ?? {}, clock),
    slips: createSlipPrinter(),
    rulebooks: createRulebookShelf(),
    calendars: createCalendarShelf(await loadCalendars()),
    surveyOrigin: 'http://survey.test',
    consoleFolder: options.consoleFolder ?? null,
    archive: options.archive ?? null,
    closedRuns: options.closedRuns ?? createClosedRuns(temporal, { withinMs: 1_000 }),
    engine: options.engine ?? createEngineWatch(temporal, { withinMs: 1_000 }),
    version: releaseVersion(),
    temporalUi: options.temporalUi ?? null,
    databaseProduct: () => database.product(),
    streams: { lookMs: 200, heartbeatMs: 200 },
    replays: createFlowReplays(),
    code: options.code ?? createFlowCode({}),
    suites: suiteOf,
    ping: () => database.ping(),
    log: (event) => void events.push(event),
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const tokens = new Map<Name, Promise<string>>();
  const tokenOf = async (name: Name): Promise<string> => {
    const json = { username: name, password: PASSWORD };
    const { body } = await personAt(url, {}).send<{ token: string }>('/api/tokens', { method: 'POST', json });
    return body.token;
  };
  return {
    url,
    app,
    database,
    events,
    stranger: personAt(url, {}),
    as: async (name) => {
      const token = tokens.get(name) ?? tokenOf(name);
      tokens.set(name, token);
      return personAt(url, { authorization: `Bearer ${await token}` });
    },
    close: async () => {
      await app.close();
      await temporal.connection.close();
      await database.close().catch(() => undefined); // some tests lose it on purpose
    },
  };
}

/** Somebody who sends these headers with every request. */
export function personAt(url: string, always: Record<string, string>): Person {
  const send = async <T>(
    path: string,
    { method = 'GET', json, raw, headers }: Send = {},
  ): Promise<Answer<T>> => {
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...always,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = isStream(response) ? await firstOf(response) : await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : {}) as T,
    };
  };
  return {
    send,
    get: (path) => send(path),
    post: (path, json, key) =>
      send(path, {
        method: 'POST',
        ...(json === undefined ? {} : { json }),
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      }),
    put: (path, json) => send(path, { method: 'PUT', json }),
    upload: (path, type, raw) => send(path, { method: 'POST', raw, headers: { 'content-type': type } }),
  };
}

const isStream = ({ headers }: Response): boolean =>
  (headers.get('content-type') ?? '').startsWith('text/event-stream');

/** Of an answer that does not end, what comes first; then its reader has left. */
async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const text = new TextDecoder();
  let heard = '';
  while (reader !== undefined && !heard.includes('data:')) {
    const { value, done } = await reader.read();
    if (done) break;
    heard += text.decode(value, { stream: true });
  }
  await reader?.cancel();
  return heard;
}
