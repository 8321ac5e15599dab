export type { ActivityDeps } from './activity-deps.js';
export type { ReportFault } from './translate-faults.js';
export { createAppraisalActivities } from './appraisal.activities.js';
export { createArchiveActivities } from './archive.activities.js';
export type { ArchiveActivityDeps } from './archive.activities.js';
export { createContestActivities } from './contest.activities.js';
export { createCycleActivities } from './cycle.activities.js';
export { createSurveyActivities } from './survey.activities.js';
export { createUnitActivities } from './unit.activities.js';
