import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';
import type { UnitAddress } from './unit-people.js';

type BodyOf<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
const keyed = (appraisalId: string, key: string) => ({
  path: { appraisalId },
  header: { 'idempotency-key': key },
});

/** What follows for everyone of a unit. Refuses `STAGE_NOT_OPEN` before the list is composed. */
export const unitConsequencesQuery = ({ cycleId, unitId }: UnitAddress) =>
  queryOptions({
    queryKey: ['consequences', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/consequences', {
          params: { path: { cycleId, unitId } },
        }),
      ),
  });
export type UnitConsequences = Awaited<
  ReturnType<NonNullable<ReturnType<typeof unitConsequencesQuery>['queryFn']>>
>;

/** Confirmations that a gate refused. */
export const refusedAttemptsQuery = ({ cycleId, unitId }: UnitAddress) =>
  queryOptions({
    queryKey: ['refused-attempts', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/refused-attempts', {
          params: { path: { cycleId, unitId } },
        }),
      ),
  });

/** What stands before each hurting consequence of one person, and the documents on record. */
export const gatesQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['gates', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/gates', { params: { path: { appraisalId } } })),
  });
export type Gates = Awaited<ReturnType<NonNullable<ReturnType<typeof gatesQuery>['queryFn']>>>;
export type Gate = Gates['gates'][number];
export type RegisteredDocument = Gates['documents'][number];

export type Choice = { readonly confirm: string[]; readonly refuse: string[] };
/** Decides everything that waits. Refuses `CONSEQUENCES_UNDECIDED`, `GATE_RECORDS_MISSING`, `GATE_CLOSED_BY_LAW`. */
export const confirmConsequences = (appraisalId: string, body: Choice, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/consequence-confirmations', {
      params: keyed(appraisalId, key),
      body,
    }),
  );
/** Decides, after the record, what an office may do. Refuses as `confirmConsequences`. */
export const decideLater = (appraisalId: string, body: Choice, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/later-decisions', { params: keyed(appraisalId, key), body }),
  );

export type NewDocument = BodyOf<'DecisionController_register'>;
export const registerDocument = (cycleId: string, body: NewDocument, key: string) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/documents', {
      params: { path: { cycleId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
export const withdrawDocument = (documentId: string, reason: string, key: string) =>
  answerOf(
    api.POST('/api/documents/{documentId}/withdrawal', {
      params: { path: { documentId }, header: { 'idempotency-key': key } },
      body: { reason },
    }),
  );

export type LaterGrade = BodyOf<'ResultController_laterGrade'>;
/** Grades somebody whose case has closed. Refuses `NOT_HELD`, `STILL_HELD`, `PUNISHMENT_UNKNOWN`. */
export const gradeLater = (appraisalId: string, body: LaterGrade, key: string) =>
  answerOf(api.POST('/api/appraisals/{appraisalId}/later-grade', { params: keyed(appraisalId, key), body }));
export const recordDeparture = (appraisalId: string, leftOn: string, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/departure', {
      params: keyed(appraisalId, key),
      body: { leftOn },
    }),
  );
