import { Controller, Inject, Param, Res } from '@nestjs/common';
import { endpoints, type Readiness } from '@kaoji/http-contract';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/permission.decorator.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { CONSOLE_PAGE, type ConsolePage } from '../console/console-routes.js';
import { landingPage } from '../docs/landing-page.js';
import { problemPage } from '../docs/problem-page.js';
import { Endpoint } from '../endpoint.decorator.js';

@Controller()
export class OperationController {
  constructor(
    @Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'ping' | 'gateway'>,
    @Inject(CONSOLE_PAGE) private readonly page: ConsolePage | null,
  ) {}

  @Public()
  @Endpoint(endpoints.health)
  health() {
    return { status: 'up', service: 'api' };
  }

  @Public()
  @Endpoint(endpoints.ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const answers = [this.deps.ping(), this.deps.gateway.healthy()];
    const [database = false, temporal = false] = await Promise.all(
      answers.map((answer) => answer.catch(() => false)),
    );
    const ready = database && temporal;
    reply.code(ready ? 200 : 503);
    return { ready, database, temporal };
  }

  @Public()
  @Endpoint(endpoints.landing)
  landing(@Res() reply: FastifyReply) {
    return this.page?.send(reply) ?? reply.type(endpoints.landing.produces).send(landingPage());
  }

  @Public()
  @Endpoint(endpoints.problemPage)
  async problemPage(@Param('code') code: string, @Res() reply: FastifyReply) {
    return reply.type(endpoints.problemPage.produces).send(await problemPage(code));
  }
}
