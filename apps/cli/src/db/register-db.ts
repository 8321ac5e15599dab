import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type Flags = { readonly lang: Language; readonly json?: true };
type AccountFlags = Flags & {
  readonly user: string;
  readonly host?: string;
  readonly passwordStdin?: true;
};

/** `kaoji db …`: the schema of the database at DATABASE_URL. */
export function register(program: Command, terminal: Terminal): void {
  const db = program
    .command('db')
    .description(
      'the database at DATABASE_URL: its schema steps, and accounts of their own for the survey and for auditors',
    );

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

  accountOptions(
    db
      .command('survey-account')
      .description(
        'make the survey process its own account on MariaDB or MySQL: it puts answers in and reads none',
      ),
  ).action(async (flags: AccountFlags) => {
    const { surveyAccount } = await import('./survey-account.js');
    await surveyAccount(terminal, accountOf(flags));
  });

  accountOptions(
    db
      .command('serving-account')
      .description(
        'make api and worker an account on MariaDB or MySQL: it cannot change what is append-only, nor the schema',
      ),
  ).action(async (flags: AccountFlags) => {
    const { servingAccount } = await import('./serving-account.js');
    await servingAccount(terminal, accountOf(flags));
  });

  accountOptions(
    db
      .command('auditor-account')
      .description(
        'make an auditor an account on MariaDB or MySQL: it reads what the log vouches for and changes nothing',
      ),
  ).action(async (flags: AccountFlags) => {
    const { auditorAccount } = await import('./auditor-account.js');
    await auditorAccount(terminal, accountOf(flags));
  });
}

/** What a command that makes a database account is told. */
function accountOptions(command: Command): Command {
  return command
    .requiredOption('--user <name>', 'the name of the account')
    .option('--host <host>', 'where it may connect from, % for anywhere (default: where this command does)')
    .option(
      '--password-stdin',
      'read its password from standard input (default: make one up and show it once)',
    )
    .option('--json', 'the account as one line of JSON')
    .addOption(languageOption());
}

function accountOf({ lang, json, user, host, passwordStdin }: AccountFlags) {
  return {
    language: lang,
    json: json ?? false,
    user,
    host: host ?? null,
    passwordStdin: passwordStdin ?? false,
  };
}
