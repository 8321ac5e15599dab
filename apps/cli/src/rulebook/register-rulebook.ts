import type { Command } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type JsonFlag = { readonly json?: true };
type LangFlag = { readonly lang: Language };
type EvaluateFlags = JsonFlag & LangFlag & { readonly person?: string };

/** `kaoji rulebook …`: check a rulebook, publish its schema, run facts through it, compare two of them. */
export function register(program: Command, terminal: Terminal): void {
  const rulebook = program.command('rulebook').description('check, run and compare rulebooks');

  rulebook
    .command('lint <file>')
    .description('find what keeps a rulebook from being published; exit 1 when there is anything')
    .option('--json', 'the findings as one line of JSON')
    .addOption(languageOption())
    .action(async (file: string, flags: JsonFlag & LangFlag) => {
      const { lint } = await import('./lint.js');
      await lint(terminal, { file, json: flags.json ?? false, language: flags.lang });
    });

  rulebook
    .command('schema')
    .description('print the JSON Schema of rulebooks, or of cases')
    .option('--case', 'the schema of a case (CASE.json)')
    .action(async (flags: { readonly case?: true }) => {
      const { schema } = await import('./schema.js');
      schema(terminal, flags.case === true ? 'case' : 'rulebook');
    });

  rulebook
    .command('hash <file>')
    .description('print the content hash of a rulebook: the same for every layout of the same rules')
    .action(async (file: string) => {
      const { hash } = await import('./hash.js');
      await hash(terminal, file);
    });

  rulebook
    .command('evaluate <file> <case>')
    .description('run the facts of a unit through a rulebook; "-" reads the case from standard input')
    .option('--json', 'the whole evaluation as one line of JSON')
    .option('--person <id>', 'one person only, with every step of the derivation')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nA rulebook that lint has findings on is evaluated all the same, so that a draft can be tried, and a' +
        '\nwarning with their number goes to standard error. One that does not fit the schema is refused (exit 2).',
    )
    .action(async (file: string, caseFile: string, flags: EvaluateFlags) => {
      const { evaluateCase } = await import('./evaluate.js');
      const { person, lang } = flags;
      await evaluateCase(terminal, {
        file,
        caseFile,
        json: flags.json ?? false,
        language: lang,
        ...(person === undefined ? {} : { person }),
      });
    });

  rulebook
    .command('diff <a> <b> <case>')
    .description('who would be graded differently by rulebook B than by A, and why; exit 1 when anyone')
    .option('--json', 'the differences as one line of JSON')
    .addOption(languageOption())
    .action(async (a: string, b: string, caseFile: string, flags: JsonFlag & LangFlag) => {
      const { diff } = await import('./diff.js');
      await diff(terminal, { a, b, caseFile, json: flags.json ?? false, language: flags.lang });
    });
}
