import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { READINESS } from './readiness.js';
import type { Readiness } from './readiness.js';

type ReadyAnswer = { readonly ready: boolean; readonly database: boolean };

/** `/health`: the process runs. `/ready`: its database answers, so residents may be sent here. */
@Controller()
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  @Get('health')
  health(): { readonly status: 'up'; readonly service: 'survey' } {
    return { status: 'up', service: 'survey' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyAnswer> {
    const database = await this.readiness.ready().catch(() => false);
    reply.code(database ? 200 : 503);
    return { ready: database, database };
  }
}
