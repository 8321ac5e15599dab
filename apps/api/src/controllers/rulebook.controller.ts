import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  adoptRulebook,
  checkRulebook,
  lintAdopted,
  listRulebooks,
  viewRulebook,
  viewSource,
  whatIfUnit,
  type Actor,
} from '@kaoji/application/staff';
import { endpoints, type AdoptRulebookInput, type WhatIfBody } from '@kaoji/http-contract';
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

  @Permission('rulebook.adopt')
  @Endpoint(endpoints.checkRulebook)
  check(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.checkRulebook.body }) { source }: AdoptRulebookInput,
  ) {
    return checkRulebook(actor, source);
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.rulebookLint)
  lint(@Param('hash') hash: string) {
    return lintAdopted(this.deps, hash);
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.rulebookSource)
  source(@Param('hash') hash: string) {
    return viewSource(this.deps, hash);
  }

  @Permission('rulebook.what_if')
  @Endpoint(endpoints.whatIf)
  whatIf(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Param('unitId') unitId: string,
    @Body({ schema: endpoints.whatIf.body }) { changes }: WhatIfBody,
  ) {
    return whatIfUnit(this.deps, actor, { cycleId, unitId, changes });
  }
}
