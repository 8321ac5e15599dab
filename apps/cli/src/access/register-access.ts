import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

/** `kaoji access …`: who gets which roles from an identity provider. */
export function register(program: Command, terminal: Terminal): void {
  const access = program.command('access').description('roles by the claims of an identity provider');

  access
    .command('map <file> <claims>')
    .description('which roles a mapping file gives for the claims of a person (JSON); exit 1 when none')
    .option('--json', 'one line of JSON')
    .addOption(languageOption())
    .action(
      async (file: string, claims: string, flags: { readonly json?: true; readonly lang: Language }) => {
        const { map } = await import('./map.js');
        await map(terminal, { file, claims, json: flags.json ?? false, language: flags.lang });
      },
    );

  access
    .command('schema')
    .description('print the JSON Schema of mapping files')
    .action(async () => {
      const { schema } = await import('./map.js');
      schema(terminal);
    });
}
