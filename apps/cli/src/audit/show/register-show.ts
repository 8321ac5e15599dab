import { type Command, Option } from 'commander';
import { type Language, languageOption } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = {
  readonly step?: string;
  readonly at?: string;
  readonly file?: string;
  readonly bundle?: string;
  readonly compare?: string;
  readonly search?: string;
  readonly html?: string;
  readonly pdf?: string;
  readonly lang: Language;
  readonly all?: true;
  readonly json?: true;
};

/** `kaoji audit show`: one appraisal as it happened, replayed step by step. */
export function registerShow(audit: Command, terminal: Terminal): void {
  audit
    .command('show')
    .description('one appraisal as it happened: each step, who, when, the state after it from a replay, why')
    .argument('<appraisal>', 'its id')
    .option('--step <number>', 'one step with everything it carried')
    .addOption(
      new Option(
        '--at <time>',
        'the last step by then: 2026-03-02T09:30 (of China), or with Z or +08:00',
      ).conflicts('step'),
    )
    .option('--search <text>', 'steps that hold every word of it, in either language')
    .option('--compare <appraisal>', 'beside another appraisal: what both have, what parts them')
    .option('--file <bundle>', 'from an audit bundle, without database or Temporal')
    .option('--bundle <file>', 'replay under this workflow bundle, whatever build the history names')
    .option('--html <file>', 'write it as one HTML file')
    .option('--pdf <file>', 'write it as a PDF')
    .option('--all', "the engine's own book-keeping too")
    .option('--json', 'the story as one line of JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nReads DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and, where there is one, KAOJI_ARCHIVE. The code of a build is taken\n' +
        'from the archive, or from the folder of KAOJI_WORKFLOW_BUNDLE. Exit 1 when a flow does not replay as its history says.',
    )
    .action(async (appraisal: string, flags: Flags) => {
      const { show } = await import('./show.js');
      await show(terminal, {
        appraisal,
        step: flags.step,
        at: flags.at,
        search: flags.search,
        compare: flags.compare,
        file: flags.file,
        bundle: flags.bundle,
        html: flags.html,
        pdf: flags.pdf,
        language: flags.lang,
        all: flags.all ?? false,
        json: flags.json ?? false,
      });
    });
}
