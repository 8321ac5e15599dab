import { Controller, Inject, Query } from '@nestjs/common';
import {
  feedDeadlines,
  feedSince,
  inboxCounts,
  myInbox,
  renewFeed,
  revokeFeed,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type FeedAddress,
  type FeedQuery,
  type FeedState,
  type InboxQuery,
} from '@kaoji/http-contract';
import { Permission, Public } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { sendFile } from '../files/send-file.js';
import { writeCalendar } from '../files/write-calendar.js';
import { pageOf } from './page.js';

@Controller()
export class InboxController {
  constructor(
    @Inject(API_DEPS)
    private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'secrets' | 'rulebooks'>,
  ) {}

  @Permission('self')
  @Endpoint(endpoints.inbox)
  inbox(@CurrentActor() actor: Actor, @Query({ schema: endpoints.inbox.query }) query: InboxQuery) {
    const { kind, cycleId, unitId, overdue } = query;
    return myInbox(this.deps, actor, { kind, cycleId, unitId, overdue: overdue === 'true' }, pageOf(query));
  }

  @Permission('self')
  @Endpoint(endpoints.inboxCounts)
  counts(@CurrentActor() actor: Actor) {
    return inboxCounts(this.deps, actor);
  }

  @Permission('self')
  @Endpoint(endpoints.inboxFeed)
  async feed(@CurrentActor() actor: Actor): Promise<FeedState> {
    return { createdAt: await feedSince(this.deps, actor) };
  }

  @Permission('self')
  @Endpoint(endpoints.renewInboxFeed)
  async renew(@CurrentActor() actor: Actor): Promise<FeedAddress> {
    const { secret, createdAt } = await renewFeed(this.deps, actor);
    return { path: `${endpoints.inboxCalendar.path}?key=${secret}`, createdAt };
  }

  @Permission('self')
  @Endpoint(endpoints.revokeInboxFeed)
  revoke(@CurrentActor() actor: Actor): Promise<void> {
    return revokeFeed(this.deps, actor);
  }

  /** Calendar programs cannot sign in: whoever has the address is its owner. */
  @Public()
  @Endpoint(endpoints.inboxCalendar)
  async calendar(@Query({ schema: endpoints.inboxCalendar.query }) { key }: FeedQuery) {
    const deadlines = await feedDeadlines(this.deps, key);
    return sendFile('inbox.ics', writeCalendar(deadlines, this.deps.clock.now()));
  }
}
