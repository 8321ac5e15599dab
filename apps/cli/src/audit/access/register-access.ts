import type { Command } from 'commander';
import { signInOptions } from '../../inbox/sign-in-options.js';
import type { SignInFlags } from '../../inbox/sign-in.js';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = SignInFlags & {
  readonly cycle: string;
  readonly subject?: string;
  readonly limit: string;
  readonly json?: true;
  readonly lang: Language;
};

/** `kaoji audit access`: who looked at what. */
export function registerAccess(audit: Command, terminal: Terminal): void {
  const command = audit
    .command('access')
    .description('who looked at what in a cycle, newest first, from the API as an auditor')
    .requiredOption('--cycle <id>', 'the cycle')
    .option('--subject <id>', 'of one appraisal, unit, person, panel or document only')
    .option('--limit <count>', 'at most so many', '50')
    .option('--json', 'the looks as one line of JSON')
    .addOption(languageOption());
  signInOptions(command).action(async (flags: Flags) => {
    const [{ signedIn }, { showAccess }] = await Promise.all([
      import('../../inbox/sign-in.js'),
      import('./access.js'),
    ]);
    await showAccess(terminal, await signedIn(flags), {
      ...{ cycle: flags.cycle, subject: flags.subject ?? null, limit: flags.limit },
      ...{ json: flags.json ?? false, language: flags.lang },
    });
  });
}
