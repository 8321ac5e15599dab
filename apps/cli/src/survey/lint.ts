import { lintQuestionnaireText } from '@kaoji/domain';
import { readText } from '../terminal/read-text.js';
import { type LintOptions, reportFindings } from '../terminal/report-findings.js';
import type { Terminal } from '../terminal/terminal.js';

/** Lints a questionnaire. Prints and refuses as `reportFindings`, with `QUESTIONNAIRE_INVALID`. */
export async function lint(terminal: Terminal, options: LintOptions): Promise<void> {
  const linted = lintQuestionnaireText(await readText(options.file));
  reportFindings(terminal, options, linted, 'QUESTIONNAIRE_INVALID');
}
