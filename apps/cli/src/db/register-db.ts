import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type Flags = { readonly lang: Language; readonly json?: true };

/** `kaoji db …`: the schema of the database at DATABASE_URL. */
export function register(program: Command, terminal: Terminal): void {
  const db = program.command('db').description('the database at DATABASE_URL: its schema steps');

  db.command('migrate')
    .description('run the schema steps that are pending')
    .option('--json', 'the steps run as one line of JSON')
    .addOption(languageOption())
    .action(async (flags: Flags) => {
      const { migrate } = await import('./database.js');
      await migrate(terminal, { language: flags.lang, json: flags.json ?? false });
    });

  db.command('status')
    .description('name the schema steps that are pending; exit 1 when there is any')
    .option('--json', 'the pending steps as one line of JSON')
    .addOption(languageOption())
    .action(async (flags: Flags) => {
      const { status } = await import('./database.js');
      await status(terminal, { language: flags.lang, json: flags.json ?? false });
    });
}
