import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { erasePerson, readAccess, type Actor } from '@kaoji/application/staff';
import { endpoints, type AccessQuery, type ErasureBody } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { pageOf } from './page.js';

@Controller()
export class AccessController {
  constructor(@Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions' | 'clock'>) {}

  @Permission('audit.access')
  @Endpoint(endpoints.access)
  access(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Query({ schema: endpoints.access.query }) { subject, ...page }: AccessQuery,
  ) {
    return readAccess(this.deps, actor, cycleId, { subject: subject ?? null, ...pageOf(page) });
  }

  @Permission('person.erase')
  @Endpoint(endpoints.erasePerson)
  erase(
    @CurrentActor() actor: Actor,
    @Param('personRef') personRef: string,
    @Body({ schema: endpoints.erasePerson.body }) body: ErasureBody,
  ) {
    return erasePerson(this.deps, actor, { ...body, personRef });
  }
}
