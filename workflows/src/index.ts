export { archiveSweep } from './archive/archive-sweep.workflow.js';
export { appraisal } from './appraisal/appraisal.workflow.js';
export { contest } from './contest/contest.workflow.js';
export { resultDelivery } from './delivery/result-delivery.workflow.js';
export { appraisalCycle } from './cycle/appraisal-cycle.workflow.js';
export { residentSurvey } from './survey/resident-survey.workflow.js';
export { unitAppraisal } from './unit/unit-appraisal.workflow.js';
