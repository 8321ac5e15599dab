import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import {
  calendarYear,
  listConsultations,
  planDates,
  planPeople,
  tryRoster,
  type Actor,
} from '@kaoji/application/staff';
import { endpoints, type CalendarQuery, type PlanDatesQuery } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { readTable } from '../files/read-table.js';
import { wholeList } from './whole-list.js';

@Controller()
export class PlanningController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('rulebook.read')
  @Endpoint(endpoints.calendarYear)
  calendarYear(
    @Param('year') year: string,
    @Query({ schema: endpoints.calendarYear.query }) { calendar }: CalendarQuery,
  ) {
    return calendarYear(this.deps, year, calendar);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.planDates)
  planDates(
    @CurrentActor() actor: Actor,
    @Param('areaId') areaId: string,
    @Query({ schema: endpoints.planDates.query }) query: PlanDatesQuery,
  ) {
    return planDates(this.deps, actor, { areaId, ...query });
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.planPeople)
  planPeople(
    @CurrentActor() actor: Actor,
    @Param('areaId') areaId: string,
    @Query({ schema: endpoints.planPeople.query }) { rulebook }: { readonly rulebook: string },
  ) {
    return planPeople(this.deps, actor, { areaId, rulebook });
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.consultations)
  async consultations(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return wholeList(await listConsultations(this.deps, actor, cycleId));
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.tryRoster)
  async tryRoster(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Body() file: unknown) {
    return tryRoster(this.deps, actor, cycleId, await readTable(file));
  }
}
