import { Refusal } from '@kaoji/domain';
import type { DemoAccountsFile } from './demo-accounts.js';

/** Reads the accounts file that `kaoji demo seed` wrote. Refuses `ACCOUNTS_FILE_INVALID`. */
export function readAccounts(text: string): DemoAccountsFile {
  try {
    const file = JSON.parse(text) as DemoAccountsFile;
    if (typeof file.areaId === 'string' && Array.isArray(file.accounts)) return file;
  } catch {
    // Falls through to the refusal: what the file holds is nobody's business here.
  }
  throw new Refusal('ACCOUNTS_FILE_INVALID', 'The accounts file is not what `kaoji demo seed` writes.');
}
