import type { Command } from 'commander';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = { readonly json?: true; readonly lang: Language };

/** `kaoji audit gaps`: what ended and is not in the archive, and what does not replay. */
export function registerGaps(audit: Command, terminal: Terminal): void {
  audit
    .command('gaps')
    .description(
      'closed runs that are not in the archive, how long the server still has them, and failed replays',
    )
    .option('--json', 'one line of JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nReads DATABASE_URL, TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.\n' +
        'Exit 1 when a gap is in the last third of its retention, or a replay failed.',
    )
    .action(async (flags: Flags) => {
      const { gaps } = await import('./gaps.js');
      await gaps(terminal, { json: flags.json ?? false, language: flags.lang });
    });
}
