import { Body, Controller, Inject, Param } from '@nestjs/common';
import { adoptRulebook, listRulebooks, viewRulebook, type Actor } from '@kaoji/application/staff';
import { endpoints, type AdoptRulebookInput } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class RulebookController {
  constructor(
    @Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'rulebooks'>,
  ) {}

  @Permission('rulebook.adopt')
  @Endpoint(endpoints.adoptRulebook)
  adopt(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.adoptRulebook.body }) body: AdoptRulebookInput,
  ) {
    return adoptRulebook(this.deps, actor, body.source);
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.rulebooks)
  async list() {
    return wholeList(await listRulebooks(this.deps));
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.rulebook)
  view(@Param('hash') hash: string) {
    return viewRulebook(this.deps, hash);
  }
}
