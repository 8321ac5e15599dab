import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import {
  earlyClosings,
  sendReminders,
  viewWaiting,
  type Actor,
  type Authenticated,
} from '@kaoji/application/staff';
import { endpoints, type RemindersBody, type WaitingQuery } from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey, SignedIn } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { CycleStreams } from '../events/cycle-streams.js';
import { pageOf } from './page.js';

@Controller()
export class CycleBoardController {
  constructor(
    @Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'rulebooks'>,
    @Inject(CycleStreams) private readonly streams: CycleStreams,
  ) {}

  @Permission('waiting.follow')
  @Endpoint(endpoints.waiting)
  waiting(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Query({ schema: endpoints.waiting.query }) query: WaitingQuery,
  ) {
    const { unitId, kind, late } = query;
    const asked = { cycleId, unitId, kind, late: late === 'true' };
    return viewWaiting(this.deps, actor, asked, pageOf(query));
  }

  @Permission('waiting.follow')
  @Endpoint(endpoints.sendReminders)
  remind(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.sendReminders.body }) body: RemindersBody,
    @IdempotencyKey() key: string,
  ) {
    return sendReminders(this.deps, actor, { ...body, cycleId, key });
  }

  @Permission('appraisal.list')
  @Endpoint(endpoints.earlyClosings)
  async closings(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return { items: await earlyClosings(this.deps, actor, cycleId) };
  }

  @Permission('cycle.read')
  @Endpoint(endpoints.cycleEvents)
  events(
    @SignedIn() authenticated: Authenticated,
    @Param('cycleId') cycleId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.streams.open(authenticated, cycleId, request, reply);
  }
}
