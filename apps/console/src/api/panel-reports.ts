import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** The panels of a cycle in my scope, with no mark. */
export const panelsOfCycleQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['panels', cycleId],
    queryFn: () => answerOf(api.GET('/api/cycles/{cycleId}/panels', { params: { path: { cycleId } } })),
  });

/** How each member of a panel marked next to the others. Refuses `PANEL_BLIND` while marks are secret. */
export const panelReportQuery = (panelId: string) =>
  queryOptions({
    queryKey: ['panel-report', panelId],
    queryFn: () => answerOf(api.GET('/api/panels/{panelId}/report', { params: { path: { panelId } } })),
    retry: false,
  });
export type PanelReport = Awaited<ReturnType<NonNullable<ReturnType<typeof panelReportQuery>['queryFn']>>>;
