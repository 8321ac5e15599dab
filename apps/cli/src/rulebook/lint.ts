import { lintRulebook } from '@kaoji/domain';
import { readText } from '../terminal/read-text.js';
import { type LintOptions, reportFindings } from '../terminal/report-findings.js';
import type { Terminal } from '../terminal/terminal.js';

/** Lints a rulebook. Prints and refuses as `reportFindings`, with `RULEBOOK_INVALID`. */
export async function lint(terminal: Terminal, options: LintOptions): Promise<void> {
  reportFindings(terminal, options, lintRulebook(await readText(options.file)), 'RULEBOOK_INVALID');
}
