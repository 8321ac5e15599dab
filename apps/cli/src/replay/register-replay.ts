import { Refusal } from '@kaoji/domain';
import { type Command, Option } from 'commander';
import { type Language, languageOption } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ReplayTarget } from './replay.js';

type Flags = {
  readonly workflow?: string;
  readonly run?: string;
  readonly cycle?: string;
  readonly appraisal?: string;
  readonly bundle?: string;
  readonly lang: Language;
  readonly all?: true;
  readonly json?: true;
};

/** `kaoji replay`: whether recorded flows come out the same under a build, and the story of one. */
export function register(program: Command, terminal: Terminal): void {
  program
    .command('replay')
    .description('replay recorded flows against a workflow bundle; tell the story of one')
    .addOption(
      new Option('--workflow <id>', 'one flow, told event by event').conflicts(['cycle', 'appraisal']),
    )
    .option('--run <id>', 'a run of that flow other than the latest')
    .option('--cycle <key>', 'every flow of a cycle: <year>/<area>, or <year>/<area>/<run> for a rehearsal')
    .addOption(
      new Option('--appraisal <id>', 'one appraisal, told from evidence to ledger').conflicts('cycle'),
    )
    .option('--bundle <file>', 'the workflow bundle (default: KAOJI_WORKFLOW_BUNDLE)')
    .option('--all', "tell the engine's own turns too")
    .option('--json', 'one line of JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nReads TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE, with --appraisal also DATABASE_URL. Exit 1 when a replay comes out differently.\n' +
        'A replay compares what a flow asked for, step by step; numbers are proved by computing them again.',
    )
    .action(async (flags: Flags) => {
      const [{ cliVariables, loadConfig }, { replay }] = await Promise.all([
        import('@kaoji/config'),
        import('./replay.js'),
      ]);
      const config = loadConfig(cliVariables);
      await replay(terminal, {
        target: targetOf(flags),
        place: { address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE },
        bundle: flags.bundle ?? config.KAOJI_WORKFLOW_BUNDLE,
        database: config.DATABASE_URL,
        language: flags.lang,
        all: flags.all ?? false,
        json: flags.json ?? false,
      });
    });
}

function targetOf({ workflow, run, cycle, appraisal }: Flags): ReplayTarget {
  if (workflow !== undefined)
    return { kind: 'workflow', id: workflow, ...(run === undefined ? {} : { run }) };
  if (appraisal !== undefined && run === undefined) return { kind: 'appraisal', id: appraisal };
  if (cycle !== undefined && run === undefined) return { kind: 'cycle', key: cycle };
  throw new Refusal('USAGE', 'name --workflow ID [--run R], --appraisal ID or --cycle KEY.');
}
