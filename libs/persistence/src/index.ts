export { openDatabase } from './database.js';
export type { Database } from './database.js';
export { openSurveyDatabase } from './survey/survey-database.js';
export type { SurveyDatabase, SurveyDatabaseOptions } from './survey/survey-database.js';
export { makeSurveyAccount } from './survey/survey-account.js';
export type { SurveyAccount } from './survey/survey-account.js';
export type { OpenOptions } from './data-source.js';
