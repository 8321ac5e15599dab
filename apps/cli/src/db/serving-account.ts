import { makeServingAccount } from '@kaoji/persistence';
import type { Terminal } from '../terminal/terminal.js';
import { serverAccount, type ServerAccountOptions } from './server-account.js';

const TITLE = {
  zh: '已建服务专用账号（不能改写只增的记录）',
  en: 'the account of api and worker, which cannot change what is append-only, is',
};

/** Makes the account of api and worker; refuses as `serverAccount`. */
export function servingAccount(terminal: Terminal, options: ServerAccountOptions): Promise<void> {
  const kind = { format: 'kaoji-serving-account/1', title: TITLE, make: makeServingAccount };
  return serverAccount(terminal, options, kind);
}
