import { Controller, Inject, Param } from '@nestjs/common';
import { listAreas, listUnits, publicNotices, type Actor } from '@kaoji/application/staff';
import { endpoints } from '@kaoji/http-contract';
import { Permission, Public } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { wholeList } from './whole-list.js';

@Controller()
export class PlaceController {
  constructor(
    @Inject(API_DEPS)
    private readonly deps: Pick<
      ApiDeps,
      'transactions' | 'clock' | 'rulebooks' | 'noticeLinks' | 'surveyOrigin'
    >,
  ) {}

  @Permission('places.read')
  @Endpoint(endpoints.areas)
  async areas(@CurrentActor() actor: Actor) {
    return wholeList(await listAreas(this.deps, actor));
  }

  @Permission('places.read')
  @Endpoint(endpoints.units)
  async units(@CurrentActor() actor: Actor, @Param('areaId') areaId: string) {
    return wholeList(await listUnits(this.deps, actor, areaId));
  }

  @Public()
  @Endpoint(endpoints.publicNotices)
  async publicNotices() {
    return wholeList(await publicNotices(this.deps));
  }

  @Public()
  @Endpoint(endpoints.publicAddresses)
  publicAddresses() {
    return { receipt: `${this.deps.surveyOrigin}/receipt` };
  }
}
