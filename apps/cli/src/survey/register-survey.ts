import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type DrawFlags = {
  readonly population: string;
  readonly seed: string;
  readonly size: readonly string[];
  readonly json?: true;
  readonly lang: Language;
};
type LintFlags = { readonly json?: true; readonly lang: Language };

/** `kaoji survey …`: check a questionnaire, publish its schema, draw a sample again. */
export function register(program: Command, terminal: Terminal): void {
  const survey = program.command('survey').description('check questionnaires, draw samples');

  survey
    .command('lint <file>')
    .description(
      'find what keeps a questionnaire from being adopted; exit 1 when there is anything but hints',
    )
    .option('--json', 'the findings as one line of JSON')
    .addOption(languageOption())
    .action(async (file: string, flags: LintFlags) => {
      const { lint } = await import('./lint.js');
      await lint(terminal, { file, json: flags.json ?? false, language: flags.lang });
    });

  survey
    .command('schema')
    .description('print the JSON Schema of questionnaires')
    .action(async () => {
      const { schema } = await import('./schema.js');
      schema(terminal);
    });

  survey
    .command('draw')
    .description('draw a sample from a list, or again one that was published; the same seed draws the same')
    .requiredOption('--population <file>', 'CSV with the columns ref and stratum; "-" reads standard input')
    .requiredOption('--seed <seed>', 'the published seed')
    .requiredOption('--size <stratum=count...>', 'how many to draw, such as ordinary=90')
    .option('--json', 'the draw as one line of JSON')
    .addOption(languageOption())
    .action(async (flags: DrawFlags) => {
      const { draw } = await import('./draw.js');
      const { population, seed, size, lang } = flags;
      await draw(terminal, { population, seed, sizes: size, json: flags.json ?? false, language: lang });
    });
}
