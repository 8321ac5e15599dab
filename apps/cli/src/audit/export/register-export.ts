import type { Command } from 'commander';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = {
  readonly cycle: string;
  readonly appraisal?: string;
  readonly output: string;
  readonly json?: true;
  readonly lang: Language;
};

/** `kaoji audit export`: everything that proves a cycle, or one appraisal of it, in one file. */
export function registerExport(audit: Command, terminal: Terminal): void {
  audit
    .command('export')
    .description('write a cycle, or one appraisal of it, with all that proves it into one file')
    .requiredOption('--cycle <id>', 'the cycle')
    .option(
      '--appraisal <id>',
      'only this appraisal: nothing of others, and proofs that it is under the same root',
    )
    .requiredOption('-o, --output <file>', 'the file to write; the same log gives the same bytes')
    .option('--json', 'what was written as one line of JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nReads DATABASE_URL and KAOJI_ARCHIVE. Exports what the latest signed head of the log covers: `audit sweep`\n' +
        'archives and numbers what is not in it yet. Exit 1 when something the log names is gone.',
    )
    .action(async (flags: Flags) => {
      const { exportTo } = await import('./export.js');
      await exportTo(terminal, {
        cycle: flags.cycle,
        appraisal: flags.appraisal ?? null,
        file: flags.output,
        json: flags.json ?? false,
        language: flags.lang,
      });
    });
}
