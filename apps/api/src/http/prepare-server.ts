import { randomUUID } from 'node:crypto';
import { REQUEST_ID_HEADER, endpoints, type Endpoint } from '@kaoji/http-contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../problems/problem.filter.js';
import { RequestFault } from '../problems/request-fault.js';
import type { ApiLog } from './api-log.js';
import { FILE_TYPES, TEXT_TYPES, isAccepted } from './media-types.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { rememberBody } from './signed-report.js';

/** Rulebooks, marks of a whole unit: a few MB at most. Files have their own limit. */
const TEXT_LIMIT_BYTES = 4 * 1024 * 1024;
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

/** How the server is set up, before any route. */
export function serverOptions(log: ApiLog) {
  return {
    logger: false,
    bodyLimit: TEXT_LIMIT_BYTES,
    requestTimeout: 60_000,
    trustProxy: 'loopback', // who ends TLS in front of us, on this machine, says whether there was any
    routerOptions: { maxParamLength: 200 },
    genReqId: () => randomUUID(),
    // A path that cannot be decoded never reaches a route.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const fault = new RequestFault('MALFORMED_REQUEST', 'The address cannot be read.');
      sendProblem(log, fault, request, reply.headers(SECURITY_HEADERS));
    },
  } as const;
}

const ROUTES: ReadonlyMap<string, Endpoint> = new Map(
  Object.values(endpoints).map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
);

/** Headers, one log line per request, and the few kinds of body that are read. */
export function prepareServer(server: FastifyInstance, log: ApiLog): void {
  readBodies(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, [REQUEST_ID_HEADER]: request.id });
    const endpoint = ROUTES.get(`${request.method} ${request.routeOptions.url ?? ''}`);
    if (endpoint === undefined || request.method === 'GET' || !hasBody(request)) return undefined;
    if (isAccepted(endpoint, request.headers['content-type'])) return undefined;
    const wanted = endpoint.consumes.join(', ');
    const fault = new RequestFault('CONTENT_TYPE_UNSUPPORTED', `This route reads ${wanted}.`);
    return sendProblem(log, fault, request, reply);
  });
  server.addHook('onResponse', async (request, reply) => {
    log({
      event: 'request',
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}

function hasBody(request: FastifyRequest): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}

function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const readJson = server.getDefaultJsonParser('error', 'error');
  for (const type of TEXT_TYPES) {
    server.addContentTypeParser(type, { parseAs: 'string' }, (request, body, done) => {
      if (type !== 'application/json') done(null, { source: body });
      else if (body === '') done(null, undefined);
      else {
        if (request.routeOptions.url === endpoints.deliveryReport.path) rememberBody(request, String(body));
        void readJson(request, String(body), done);
      }
    });
  }
  for (const type of FILE_TYPES) {
    server.addContentTypeParser(
      type,
      { parseAs: 'buffer', bodyLimit: FILE_LIMIT_BYTES },
      (_request, body, done) => done(null, body),
    );
  }
}
