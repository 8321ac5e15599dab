import type { PanelList } from '../../api/panels.js';

/** What people call the holder of an account; the account where it is not known. */
export function nameOf(accounts: PanelList['accounts'], id: string): string {
  return accounts.find(({ account }) => account === id)?.name ?? id;
}
