import { makeSurveyAccount } from '@kaoji/persistence';
import type { Terminal } from '../terminal/terminal.js';
import { serverAccount, type ServerAccountOptions } from './server-account.js';

const TITLE = { zh: '已建问卷专用账号', en: "the survey's own account is" };

/** Makes the survey process's own account; refuses as `serverAccount`. */
export function surveyAccount(terminal: Terminal, options: ServerAccountOptions): Promise<void> {
  const kind = { format: 'kaoji-survey-account/1', title: TITLE, make: makeSurveyAccount };
  return serverAccount(terminal, options, kind);
}
