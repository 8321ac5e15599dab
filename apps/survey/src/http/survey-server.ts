import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT_BYTES } from './body-limit.js';
import type { EarlyRefusalDeps } from './early-refusal.js';
import { refuseEarly } from './early-refusal.js';
import type { RequestCounts } from './request-counts.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { sendNotice } from './send.js';

const LONGEST_TOKEN = 200;
const SLOWEST_REQUEST_MS = 15_000;
const KEPT_ALIVE_MS = 72_000;

/** How the server behind the pages is set up, before any route. Only `proxies` are believed about addresses. */
export function serverOptions(proxies: readonly string[], refusal: EarlyRefusalDeps) {
  return {
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    // Sets what Fastify would: with a server of ours it sets nothing.
    serverFactory: (handle: RequestListener) =>
      createServer(
        { requestTimeout: SLOWEST_REQUEST_MS, keepAliveTimeout: KEPT_ALIVE_MS },
        refuseEarly(handle, refusal),
      ),
    routerOptions: { maxParamLength: LONGEST_TOKEN },
    trustProxy: proxies.length === 0 ? false : [...proxies],
    genReqId: () => randomUUID(),
    // A path that cannot be decoded never reaches a route.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendNotice(request, reply.headers(SECURITY_HEADERS), 'unknown');
    },
  };
}

const FORM = /^application\/x-www-form-urlencoded(?:[ \t]*;[ \t]*charset="?utf-8"?)?$/i;

/** Headers, counts and the one body that is read: a form, named so exactly, kept as text. */
export function prepareServer(server: FastifyInstance, counts: RequestCounts): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    const sends = request.method !== 'GET' && request.method !== 'HEAD';
    if (sends && !FORM.test(request.headers['content-type'] ?? '')) {
      return sendNotice(request, reply, request.is404 ? 'unknown' : 'not_a_form');
    }
    return undefined;
  });
  server.addHook('onResponse', (request, reply, done) => {
    counts.count(request.method, request.routeOptions.url ?? '(none)', reply.statusCode);
    done();
  });
}
