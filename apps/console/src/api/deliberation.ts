import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** A unit's list as composed: its people, the quota line, and why each stands where they stand. */
export const unitListQuery = ({ cycleId, unitId }: { readonly cycleId: string; readonly unitId: string }) =>
  queryOptions({
    queryKey: ['unit-list', cycleId, unitId],
    queryFn: () =>
      answerOf(
        api.GET('/api/cycles/{cycleId}/units/{unitId}/list', { params: { path: { cycleId, unitId } } }),
      ),
  });
export type UnitList = Awaited<ReturnType<NonNullable<ReturnType<typeof unitListQuery>['queryFn']>>>;
export type ListPerson = UnitList['people'][number];
