export { answerSurveys, quickRulebook, REASON, seedYear, unitIdOf } from './testing/small-year.js';
export type { Year, YearPlan } from './testing/small-year.js';
