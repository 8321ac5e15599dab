import { makeServerAccount } from '../accounts/server-account.js';
import type { ServerAccount } from '../accounts/server-account.js';
import { SURVEY_GRANTS } from './survey-grants.js';

export type SurveyAccount = ServerAccount;

/** Makes the survey process's own account; refuses as `makeServerAccount` with `SURVEY_ACCOUNT_…`. */
export function makeSurveyAccount(
  url: string,
  account: SurveyAccount,
): Promise<{ readonly user: string; readonly host: string }> {
  return makeServerAccount(url, account, { grants: SURVEY_GRANTS, code: 'SURVEY' });
}
