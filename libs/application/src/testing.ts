export { HOLDERS, quickRulebook, REASON, seedYear, unitIdOf } from './testing/small-year.js';
export type { Year, YearPlan } from './testing/small-year.js';
export {
  answerSurveys,
  enrolHolder,
  giveToPanel,
  holderKeys,
  openAndConfirm,
  openSealed,
} from './testing/survey-people.js';
export type { SurveyPeople } from './testing/survey-people.js';
export { decideList, tellAct } from './testing/decide-list.js';
export type { Doing } from './testing/decide-list.js';
export { appraiseeOf, deliverUnit, peopleDeps, staffOf } from './testing/deliver-unit.js';
