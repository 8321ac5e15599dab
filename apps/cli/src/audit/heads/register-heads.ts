import type { Command } from 'commander';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = {
  readonly cycle: string;
  readonly number?: true;
  readonly json?: true;
  readonly lang: Language;
};

/** `kaoji audit heads`: the signed heads of a cycle's log. */
export function registerHeads(audit: Command, terminal: Terminal): void {
  audit
    .command('heads')
    .description('the signed heads of the log of a cycle, and whether its entries still give their roots')
    .requiredOption('--cycle <id>', 'the cycle')
    .option('--number', 'first number what is not in the log yet, and sign a head')
    .option('--json', 'the heads as one line of JSON')
    .addOption(languageOption())
    .action(async (flags: Flags) => {
      const { heads } = await import('./heads.js');
      await heads(terminal, {
        cycle: flags.cycle,
        number: flags.number ?? false,
        json: flags.json ?? false,
        language: flags.lang,
      });
    });
}
