import type { Command } from 'commander';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = { readonly within: string; readonly json?: true; readonly lang: Language };

/** `kaoji audit sweep`: has the worker archive what ended and number the logs, now. */
export function registerSweep(audit: Command, terminal: Terminal): void {
  audit
    .command('sweep')
    .description('have the worker archive every closed run and number the logs now, and wait for it')
    .option('--within <seconds>', 'how long to wait', '600')
    .option('--json', 'one line of JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nReads TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE. The worker does the same every ten minutes by itself.\n' +
        'Exit 1 when a replay failed or a closed run could not be archived.',
    )
    .action(async (flags: Flags) => {
      const { sweep } = await import('./sweep.js');
      await sweep(terminal, {
        within: flags.within,
        json: flags.json ?? false,
        language: flags.lang,
      });
    });
}
