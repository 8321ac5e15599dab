import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PROBLEM_MEDIA_TYPE } from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { faultEvent, type ApiLog } from '../http/api-log.js';
import { problemOf } from './problem-of.js';

/** Whatever is thrown becomes a problem document, and is logged once, here. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: ApiLog;
  constructor(@Inject(API_DEPS) { log }: Pick<ApiDeps, 'log'>) {
    this.log = log;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(this.log, thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Sends the problem document of anything thrown, and logs it. */
export function sendProblem(
  log: ApiLog,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { document, expected, retryAfterSeconds } = problemOf(thrown, request.id);
  const route = request.routeOptions.url ?? '(none)';
  const { code, status } = document;
  if (!expected) log(faultEvent(request.id, thrown));
  else log({ event: 'problem', requestId: request.id, route, code, status });
  if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(document));
}
