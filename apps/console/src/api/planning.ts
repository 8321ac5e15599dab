import type { Rulebook } from '@kaoji/domain';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';
import type { operations } from './schema.gen.js';

type BodyOf<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
type DataOf<Query> = Query extends { queryFn?: infer Ask }
  ? Awaited<ReturnType<Extract<NonNullable<Ask>, (...given: never[]) => unknown>>>
  : never;

/** The areas I have a role in. */
export const areasQuery = queryOptions({
  queryKey: ['areas'],
  queryFn: () => answerOf(api.GET('/api/areas')),
});

/** The units of an area and their communities. */
export const areaUnitsQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['areas', areaId, 'units'],
    queryFn: () => answerOf(api.GET('/api/areas/{areaId}/units', { params: { path: { areaId } } })),
    enabled: areaId !== '',
  });
export type AreaUnit = DataOf<ReturnType<typeof areaUnitsQuery>>['items'][number];

/** The rulebooks a year can be planned under. */
export const adoptedRulebooksQuery = queryOptions({
  queryKey: ['rulebooks', 'adopted'],
  queryFn: () => answerOf(api.GET('/api/rulebooks')),
});

/** A rulebook with all it says. */
export const planRulebookQuery = (hash: string) =>
  queryOptions({
    queryKey: ['rulebooks', hash, 'whole'],
    queryFn: async () =>
      (await answerOf(
        api.GET('/api/rulebooks/{hash}', { params: { path: { hash } } }),
      )) as unknown as Rulebook,
    enabled: hash !== '',
    staleTime: Infinity, // what has a hash never changes
  });

/** What lint says of it today. */
export const adoptedLintQuery = (hash: string) =>
  queryOptions({
    queryKey: ['rulebooks', hash, 'adopted-lint'],
    queryFn: () => answerOf(api.GET('/api/rulebooks/{hash}/lint', { params: { path: { hash } } })),
    enabled: hash !== '',
  });

/** The working days and holidays of a year. */
export const calendarYearQuery = (year: string) =>
  queryOptions({
    queryKey: ['calendars', year],
    queryFn: () => answerOf(api.GET('/api/calendars/{year}', { params: { path: { year } } })),
    staleTime: Infinity,
  });
export type CalendarDay = DataOf<ReturnType<typeof calendarYearQuery>>['days'][number];

/** When each stage begins and ends if the year is opened that day. */
export const planDatesQuery = (areaId: string, rulebook: string, openOn: string | undefined) =>
  queryOptions({
    queryKey: ['plan-dates', areaId, rulebook, openOn],
    queryFn: () =>
      answerOf(
        api.GET('/api/areas/{areaId}/plan-dates', {
          params: { path: { areaId }, query: { rulebook, ...asked({ openOn }) } },
        }),
      ),
    enabled: areaId !== '' && rulebook !== '',
    placeholderData: (before) => before,
  });
export type PlanDates = DataOf<ReturnType<typeof planDatesQuery>>;
export type PlanStage = PlanDates['stages'][number];

/** Who would do what in each unit. */
export const planPeopleQuery = (areaId: string, rulebook: string) =>
  queryOptions({
    queryKey: ['plan-people', areaId, rulebook],
    queryFn: () =>
      answerOf(
        api.GET('/api/areas/{areaId}/plan-people', { params: { path: { areaId }, query: { rulebook } } }),
      ),
    enabled: areaId !== '' && rulebook !== '',
  });
export type PlanPeople = DataOf<ReturnType<typeof planPeopleQuery>>;
export type PlanDuty = PlanPeople['units'][number]['duties'][number];

/** The consultations on record. */
export const consultationsQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['cycles', cycleId, 'consultations'],
    queryFn: () =>
      answerOf(api.GET('/api/cycles/{cycleId}/consultations', { params: { path: { cycleId } } })),
  });
export type Consultations = DataOf<ReturnType<typeof consultationsQuery>>;

export type NewCycle = BodyOf<'CycleController_create'>;
export type NewConsultation = BodyOf<'CycleController_consult'>;
export type Joiner = BodyOf<'RosterController_admit'>;

export const createCycle = (body: NewCycle, key: string) =>
  answerOf(api.POST('/api/cycles', { params: { header: { 'idempotency-key': key } }, body }));

export const recordConsultation = (cycleId: string, body: NewConsultation) =>
  answerOf(api.POST('/api/cycles/{cycleId}/consultation', { params: { path: { cycleId } }, body }));

export const publishPlan = (cycleId: string) =>
  answerOf(api.POST('/api/cycles/{cycleId}/publish', { params: { path: { cycleId } } }));

export const openCycle = (cycleId: string) =>
  answerOf(api.POST('/api/cycles/{cycleId}/open', { params: { path: { cycleId } } }));

/** Somebody who joins while their unit collects. */
export const admitAppraisee = (cycleId: string, body: Joiner, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/appraisees', {
      params: { path: { cycleId }, header: { 'idempotency-key': key } },
      body,
    }),
  );

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Goes as it is; what it is the service tells by its first bytes. */
const asFile = (file: Blob) => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'content-type': file.type === XLSX ? XLSX : 'text/csv' },
});

/** Checks a roster and imports nothing. */
export const tryRoster = (cycleId: string, file: Blob) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/roster/trial', { params: { path: { cycleId } }, ...asFile(file) }),
  );
export type RosterTrial = Awaited<ReturnType<typeof tryRoster>>;
export type RosterFault = RosterTrial['faults'][number];

/** Imports a roster, all of it or nothing. */
export const importRoster = (cycleId: string, file: Blob) =>
  answerOf(api.POST('/api/cycles/{cycleId}/roster', { params: { path: { cycleId } }, ...asFile(file) }));

/** Where an empty roster lies, with the columns of this rulebook. */
export const rosterTemplate = (form: 'csv' | 'xlsx', rulebook: string): string =>
  `/api/templates/roster.${form}?rulebook=${encodeURIComponent(rulebook)}`;
