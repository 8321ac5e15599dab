import type { Command } from 'commander';
import { aboveZero } from '../terminal/above-zero.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ApprovalsBenchOptions } from './approvals/approvals-bench.js';
import type { AuditBenchOptions } from './audit/audit-bench.js';
import type { BenchSetting } from './bench-setting.js';
import type { ConsoleBenchOptions } from './console/console-bench.js';
import { registerSurveyBenches } from './survey-register.js';

type Flags = { readonly json?: true };

/** `kaoji bench …`: measure ours next to something else, in the same run on the same machine. */
export function register(program: Command, terminal: Terminal): void {
  const bench = program.command('bench').description('measure, next to something else in the same run');

  bench
    .command('cycle')
    .description('whole appraisals through Temporal, next to a signal and an activity per step')
    .option('--json', 'one line of JSON')
    .action(async (flags: Flags) => {
      const [{ runCycleBench }, { printBench }, setting] = await Promise.all([
        import('./cycle-bench.js'),
        import('./bench-report.js'),
        settingOfEnvironment(),
      ]);
      printBench(await runCycleBench(setting), flags.json ?? false, terminal.out);
    });

  bench
    .command('replay')
    .description('histories replayed per second, next to those of a signal and an activity per step')
    .option('--json', 'one line of JSON')
    .action(async (flags: Flags) => {
      const [{ runReplayBench }, { printBench }, setting] = await Promise.all([
        import('./replay-bench.js'),
        import('./bench-report.js'),
        settingOfEnvironment(),
      ]);
      printBench(await runReplayBench(setting), flags.json ?? false, terminal.out);
    });

  bench
    .command('engine')
    .description('evaluate and calibrate 100,000 appraisees, next to a loop of the bare arithmetic')
    .option('--json', 'one line of JSON')
    .action(async (flags: Flags) => {
      const [{ runEngineBench }, { printBench }] = await Promise.all([
        import('./engine-bench.js'),
        import('./bench-report.js'),
      ]);
      printBench(await runEngineBench(), flags.json ?? false, terminal.out);
    });

  bench
    .command('tally')
    .description('count 100,000 ballots of 10 answers, next to a bare count over typed arrays')
    .option('--json', 'one line of JSON')
    .action(async (flags: Flags) => {
      const [{ runTallyBench }, { printBench }] = await Promise.all([
        import('./tally-bench.js'),
        import('./bench-report.js'),
      ]);
      printBench(await runTallyBench(), flags.json ?? false, terminal.out);
    });

  bench
    .command('approvals')
    .description('acts on lists through the staff service, next to a bare executeUpdate')
    .option('--lists <n>', 'in each repeat', aboveZero)
    .option('--people <n>', 'on each list', aboveZero)
    .option('--repeats <n>', 'in turns', aboveZero)
    .option('--json', 'one line of JSON')
    .action(async ({ json, ...sizes }: Flags & ApprovalsBenchOptions) => {
      const [{ runApprovalsBench }, { printBench }, setting] = await Promise.all([
        import('./approvals/approvals-bench.js'),
        import('./bench-report.js'),
        settingOfEnvironment(),
      ]);
      printBench(await runApprovalsBench(setting, sizes), json ?? false, terminal.out);
    });

  bench
    .command('audit')
    .description(
      'a year archived, exported and verified, next to raw sha-256 and JSON.parse of the same bytes',
    )
    .option('--people <n>', 'in the year', aboveZero)
    .option('--repeats <n>', 'in turns', aboveZero)
    .option('--json', 'one line of JSON')
    .action(async ({ json, ...sizes }: Flags & AuditBenchOptions) => {
      const [{ runAuditBench }, { printBench }, setting] = await Promise.all([
        import('./audit/audit-bench.js'),
        import('./bench-report.js'),
        settingOfEnvironment(),
      ]);
      printBench(await runAuditBench(setting, sizes), json ?? false, terminal.out);
    });

  bench
    .command('console')
    .description('screens in a slowed-down browser, next to a bare page of the same libraries and to limits')
    .option('--repeats <n>', 'in turns', aboveZero)
    .option('--json', 'one line of JSON')
    .action(async ({ json, ...sizes }: Flags & ConsoleBenchOptions) => {
      const [{ runConsoleBench }, { consoleSetting }, { printBench }, setting] = await Promise.all([
        import('./console/console-bench.js'),
        import('./console/console-setting.js'),
        import('./bench-report.js'),
        settingOfEnvironment(),
      ]);
      printBench(await runConsoleBench(consoleSetting(setting), sizes), json ?? false, terminal.out);
    });

  registerSurveyBenches(bench, terminal);
}

async function settingOfEnvironment(): Promise<BenchSetting> {
  const [{ cliVariables, loadConfig }, { benchSetting }] = await Promise.all([
    import('@kaoji/config'),
    import('./bench-setting.js'),
  ]);
  return benchSetting(loadConfig(cliVariables));
}
