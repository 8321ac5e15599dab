import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ActFlags } from './act.js';
import { signInOptions } from './sign-in-options.js';
import type { SignInFlags } from './sign-in.js';

type Flags = ActFlags & SignInFlags & { readonly json?: true; readonly lang: Language };

/** `kaoji act`: one act on a list that waits for me. */
export function register(program: Command, terminal: Terminal): void {
  const command = program
    .command('act <task> <verb>')
    .description('act on a list that waits for me; <task> is the id `kaoji inbox` shows, or its beginning')
    .option('--reason <text>', 'why; some verbs want it')
    .option('--to <account...>', 'whom it is passed on to, who is added, copied or urged')
    .option('--return-to <step>', 'of a return: an earlier step, or "collection"')
    .option('--appraisals <id...>', 'of a return: only these appraisals')
    .option('--act <id>', 'of a withdrawal: which act')
    .option('--list <hash>', 'refuse unless this is the list, by its hash or the beginning of it')
    .option('--key <key>', 'the key of an earlier try, to hear its answer')
    .option('--json', 'the answer as one line of JSON')
    .addOption(languageOption());
  signInOptions(command).action(async (task: string, verb: string, flags: Flags) => {
    const [{ signedIn }, { act }] = await Promise.all([import('./sign-in.js'), import('./act.js')]);
    const shown = { json: flags.json ?? false, language: flags.lang };
    await act(terminal, await signedIn(flags), { task, verb, flags }, shown);
  });
}
