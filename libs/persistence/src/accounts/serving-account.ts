import { makeServerAccount } from './server-account.js';
import type { ServerAccount } from './server-account.js';
import { SERVING_GRANTS } from './serving-grants.js';

/**
 * Makes the account of api and worker, which cannot change what is append-only, whatever the triggers say; refuses as
 * `makeServerAccount` with `SERVING_ACCOUNT_…`. The schema's own account migrates.
 */
export function makeServingAccount(
  url: string,
  account: ServerAccount,
): Promise<{ readonly user: string; readonly host: string }> {
  return makeServerAccount(url, account, { grants: SERVING_GRANTS, code: 'SERVING' });
}
