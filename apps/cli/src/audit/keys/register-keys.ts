import type { Command } from 'commander';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = { readonly cycle: string; readonly json?: true; readonly lang: Language };

/** `kaoji audit keys …`: the keys a log is signed with. */
export function registerKeys(audit: Command, terminal: Terminal): void {
  const keys = audit.command('keys').description('the keys logs are signed with');

  keys
    .command('rotate')
    .description('let the first key of KAOJI_LOG_KEYS sign the log of a cycle from now on; both keys say so')
    .requiredOption('--cycle <id>', 'the cycle')
    .option('--json', 'the change as one line of JSON')
    .addOption(languageOption())
    .action(async (flags: Flags) => {
      const { rotateKeys } = await import('./rotate-keys.js');
      await rotateKeys(terminal, { cycle: flags.cycle, json: flags.json ?? false, language: flags.lang });
    });
}
