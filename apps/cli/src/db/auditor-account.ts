import { makeAuditorAccount } from '@kaoji/persistence';
import type { Terminal } from '../terminal/terminal.js';
import { serverAccount, type ServerAccountOptions } from './server-account.js';

const TITLE = { zh: '已建审计专用账号（只读）', en: "an auditor's own account, which only reads, is" };

/** Makes an auditor's own account; refuses as `serverAccount`. */
export function auditorAccount(terminal: Terminal, options: ServerAccountOptions): Promise<void> {
  const kind = { format: 'kaoji-auditor-account/1', title: TITLE, make: makeAuditorAccount };
  return serverAccount(terminal, options, kind);
}
