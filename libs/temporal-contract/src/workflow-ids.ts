/**
 * Derived ids: a second start is refused, never duplicated. A rehearsal has its own key, so it can
 * never collide with the live cycle of its area and year.
 */
export function cycleKey(year: number, areaId: string, run: string): string {
  return run === 'live' ? `${year}/${areaId}` : `${year}/${areaId}/${run}`;
}
export const cycleWorkflowId = (key: string): string => `cycle/${key}`;
export const unitWorkflowId = (key: string, unitId: string): string => `cycle/${key}/unit/${unitId}`;
export const appraisalWorkflowId = (key: string, appraisalId: string): string =>
  `cycle/${key}/appraisal/${appraisalId}`;
export const contestWorkflowId = (key: string, contestId: string): string =>
  `cycle/${key}/contest/${contestId}`;
export const deliveryWorkflowId = (key: string, unitId: string): string =>
  `cycle/${key}/unit/${unitId}/delivery`;
/** Of the schedule; the sweeps it starts add the instant. Nothing of a cycle begins so. */
export const SWEEP_ID = 'archive-sweep';
export const surveyWorkflowId = (key: string, campaignId: string): string =>
  `cycle/${key}/survey/${campaignId}`;
