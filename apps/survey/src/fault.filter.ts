import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFault } from './http/send.js';
import type { SurveyLog } from './http/survey-log.js';

export const SURVEY_LOG = Symbol('SurveyLog');

/** Whatever Nest would answer itself, such as an unknown path, becomes a page that repeats nothing of the request. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(@Inject(SURVEY_LOG) private readonly log: SurveyLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendFault(this.log, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
