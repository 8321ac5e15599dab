import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';

type Address = { readonly cycleId: string; readonly unitId: string };
type BodyOf<Name extends keyof operations> = operations[Name] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } };
}
  ? Body
  : never;

/** What is on record for the people of a unit, and what may be recorded; for HR and the supervisor. */
export const unitRecordsQuery = ({ cycleId, unitId }: Address) =>
  queryOptions({
    queryKey: ['records', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/records', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type UnitRecords = Awaited<ReturnType<NonNullable<ReturnType<typeof unitRecordsQuery>['queryFn']>>>;
export type RecordedPerson = UnitRecords['people'][number];

export type RoutineRow = BodyOf<'MarkController_routine'>['rows'][number];
export type AdjustmentRow = BodyOf<'MarkController_adjustments'>['rows'][number];
export type EvidenceRow = BodyOf<'MarkController_evidence'>['rows'][number];

/** The same period again takes the place of the earlier score. */
export const recordRoutine = (cycleId: string, row: RoutineRow) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/routine', { params: { path: { cycleId } }, body: { rows: [row] } }),
  );
/** The same item again takes the place of the earlier count. */
export const recordAdjustment = (cycleId: string, row: AdjustmentRow) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/adjustments', { params: { path: { cycleId } }, body: { rows: [row] } }),
  );
/** All that is on record for the part: what is not named is taken back. */
export const recordEvidence = (cycleId: string, row: EvidenceRow) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/evidence', { params: { path: { cycleId } }, body: { rows: [row] } }),
  );
