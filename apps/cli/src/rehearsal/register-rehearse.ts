import { readFile, writeFile } from 'node:fs/promises';
import { Refusal } from '@kaoji/domain';
import { type Command, InvalidArgumentError } from 'commander';
import type { Terminal } from '../terminal/terminal.js';

type Flags = {
  readonly api: string;
  readonly accounts: string;
  readonly seed: string;
  readonly workingDayMs?: number;
  readonly bundle?: string;
  readonly summary?: string;
  readonly audit?: string;
  readonly leaveOpen?: true;
  readonly json?: true;
};

const YEAR = 2025;
const OPEN_YEAR = 2026;

/** `kaoji rehearse`: a whole appraisal year by simulated people, through the public HTTP API and survey pages only. */
export function register(program: Command, terminal: Terminal): void {
  program
    .command('rehearse')
    .description('run one complete annual cycle on an accelerated clock, with simulated people')
    .requiredOption('--api <url>', 'where the staff API answers')
    .requiredOption('--accounts <file>', 'the demo accounts, as `kaoji demo seed` wrote them')
    .option('--survey <url>', 'where the survey pages answer (links carry it; kept for the record)')
    .option('--seed <text>', 'same seed, same grades', 'kaoji')
    .option(
      '--working-day-ms <n>',
      'how long one working day lasts (default: as this machine needs)',
      positive,
    )
    .option('--bundle <file>', 'the workflow bundle to replay with (default: KAOJI_WORKFLOW_BUNDLE)')
    .option('--summary <file>', 'write the counts there as JSON')
    .option('--audit <file>', 'archive, take the audit bundle there and verify it')
    .option('--leave-open', 'then begin a second year, and leave it to the people at the screens')
    .option('--json', 'one last line of JSON')
    .action(async (flags: Flags) => {
      const failures = await rehearse(flags, terminal);
      for (const failure of failures) terminal.err(`kaoji: REHEARSAL_FAILED: ${failure}`);
      terminal.setExitCode(failures.length > 0 ? 1 : 0);
    });
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number above zero');
  return value;
}

async function rehearse(flags: Flags, terminal: Terminal): Promise<readonly string[]> {
  const [{ cliVariables, loadConfig }, { readAccounts }, { runRehearsal }, context, demo] = await Promise.all(
    [
      import('@kaoji/config'),
      import('../demo/read-accounts.js'),
      import('./run-rehearsal.js'),
      import('./rehearsal-context.js'),
      import('../demo/demo-year.js'),
    ],
  );
  const config = loadConfig(cliVariables);
  const bundle = flags.bundle ?? config.KAOJI_WORKFLOW_BUNDLE;
  if (bundle === undefined)
    throw new Refusal('BUNDLE_MISSING', 'name --bundle FILE or set KAOJI_WORKFLOW_BUNDLE.');
  const file = readAccounts(await readFile(flags.accounts, 'utf8'));
  const year = demo.demoYear(file.areaId, file.appraisees, flags.seed, YEAR);
  const startedAt = performance.now();
  const rehearsal = {
    api: flags.api,
    seed: flags.seed,
    year: YEAR,
    workingDayMs: flags.workingDayMs ?? null,
    places: year.places,
    people: year.people,
    accounts: file.accounts,
    say: (zh: string, en: string) => terminal.out(`  ${seconds(startedAt)}  ${zh}  ${en}`),
    session: context.sessions(flags.api, file.accounts),
  };
  const outcome = await runRehearsal(
    rehearsal,
    { address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE },
    bundle,
    flags.audit ?? null,
  );
  terminal.out(outcome.text);
  if (flags.leaveOpen === true && outcome.failures.length === 0) {
    const { leaveOpenYear, openYearText } = await import('./leave-open-year.js');
    const { people } = demo.demoYear(file.areaId, file.appraisees, flags.seed, OPEN_YEAR);
    terminal.out(openYearText(await leaveOpenYear({ ...rehearsal, year: OPEN_YEAR, people })));
  }
  const line = JSON.stringify(outcome.summary);
  if (flags.summary !== undefined) await writeFile(flags.summary, `${line}\n`);
  if (flags.json) terminal.out(line);
  return outcome.failures;
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`;
