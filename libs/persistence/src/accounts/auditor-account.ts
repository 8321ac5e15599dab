import { AUDITOR_GRANTS } from './auditor-grants.js';
import { makeServerAccount } from './server-account.js';
import type { ServerAccount } from './server-account.js';

/** Makes an auditor's own account, which reads and does nothing else; refuses as `makeServerAccount` with `AUDITOR_ACCOUNT_…`. */
export function makeAuditorAccount(
  url: string,
  account: ServerAccount,
): Promise<{ readonly user: string; readonly host: string }> {
  return makeServerAccount(url, account, { grants: AUDITOR_GRANTS, code: 'AUDITOR' });
}
