import type { Command } from 'commander';

/** How a command that talks to the API is told where it is and who asks. */
export function signInOptions(command: Command): Command {
  return command
    .option('--api <url>', 'where the staff API answers (default: KAOJI_API)')
    .option('--token <token>', 'a bearer token; KAOJI_TOKEN is seen by fewer people')
    .option('--account <name>', 'sign in as this account of the demo')
    .option('--accounts <file>', 'the demo accounts, as `kaoji demo seed` wrote them');
}
