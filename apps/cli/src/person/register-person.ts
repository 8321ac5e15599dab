import type { Command } from 'commander';
import { signInOptions } from '../inbox/sign-in-options.js';
import type { SignInFlags } from '../inbox/sign-in.js';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type Flags = SignInFlags & {
  readonly name: string;
  readonly clause: string;
  readonly json?: true;
  readonly lang: Language;
};

/** `kaoji person …`: what is done about one person. */
export function register(program: Command, terminal: Terminal): void {
  const person = program.command('person').description('one person: erase their name and texts');
  const erase = person
    .command('erase <person>')
    .description('destroy the key of a person: their name and every text about them are gone for good')
    .requiredOption('--name <name>', 'their name, typed to confirm')
    .requiredOption('--clause <text>', 'the rule that allows it')
    .option('--json', 'the answer as one line of JSON')
    .addOption(languageOption());
  signInOptions(erase).action(async (id: string, flags: Flags) => {
    const [{ signedIn }, { erase: run }] = await Promise.all([
      import('../inbox/sign-in.js'),
      import('./erase.js'),
    ]);
    const shown = { json: flags.json ?? false, language: flags.lang };
    await run(terminal, await signedIn(flags), { person: id, name: flags.name, clause: flags.clause }, shown);
  });
}
