import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { signInOptions } from './sign-in-options.js';
import type { InboxOptions } from './show-inbox.js';
import type { SignInFlags } from './sign-in.js';

type Flags = InboxOptions & SignInFlags & { readonly json?: true; readonly lang: Language };

/** `kaoji inbox`: what waits for me. */
export function register(program: Command, terminal: Terminal): void {
  const command = program
    .command('inbox')
    .description('what waits for me: since when, until when, and what happens if I do nothing')
    .option('--kind <kind>', 'only one kind, such as list or marking')
    .option('--cycle <id>', 'only one cycle')
    .option('--unit <id>', 'only one unit')
    .option('--overdue', 'only what is overdue')
    .option('--limit <n>', 'at most so many (1 to 200)')
    .option('--after <cursor>', 'go on after a page: its `next`')
    .option('--json', 'the page as one line of JSON')
    .addOption(languageOption());
  signInOptions(command).action(async (flags: Flags) => {
    const [{ signedIn }, { showInbox }] = await Promise.all([
      import('./sign-in.js'),
      import('./show-inbox.js'),
    ]);
    const shown = { json: flags.json ?? false, language: flags.lang };
    await showInbox(terminal, await signedIn(flags), flags, shown);
  });
}
