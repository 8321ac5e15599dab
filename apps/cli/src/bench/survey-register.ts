import type { Command } from 'commander';
import { aboveZero } from '../terminal/above-zero.js';
import type { Terminal } from '../terminal/terminal.js';
import type { SurveyBenchOptions } from './survey-bench.js';
import type { SurveyPageBenchOptions } from './survey-page-bench.js';

/** `kaoji bench survey` and `survey-page`: they start their own MariaDB and processes, and need no setting. */
export function registerSurveyBenches(bench: Command, terminal: Terminal): void {
  bench
    .command('survey')
    .description('durable answers per second, next to no database and to a transaction for each')
    .option('--json', 'one line of JSON')
    .option('--seconds <n>', 'of each window (8)', aboveZero)
    .option('--links <n>', 'distinct links (300000)', aboveZero)
    .option('--campaigns <n>', 'that take the answers (20)', aboveZero)
    .option('--people <n>', 'rated in each campaign (10)', aboveZero)
    .option('--connections <n>', 'at the same time (256)', aboveZero)
    .option('--repeats <n>', 'windows of each, the median counts (3)', aboveZero)
    .action(async ({ json = false, ...options }: { json?: boolean } & SurveyBenchOptions) => {
      const [{ runSurveyBench }, { printBench }] = await Promise.all([
        import('./survey-bench.js'),
        import('./bench-report.js'),
      ]);
      printBench(await runSurveyBench(options), json, terminal.out);
    });

  bench
    .command('survey-page')
    .description('pages per second, next to bare Fastify giving the same bytes')
    .option('--json', 'one line of JSON')
    .option('--seconds <n>', 'of each window (5)', aboveZero)
    .option('--links <n>', 'distinct links (20000)', aboveZero)
    .option('--people <n>', 'rated on the page (10)', aboveZero)
    .option('--connections <n>', 'at the same time (64)', aboveZero)
    .option('--repeats <n>', 'windows of each, the median counts (3)', aboveZero)
    .action(async ({ json = false, ...options }: { json?: boolean } & SurveyPageBenchOptions) => {
      const [{ runSurveyPageBench }, { printBench }] = await Promise.all([
        import('./survey-page-bench.js'),
        import('./bench-report.js'),
      ]);
      printBench(await runSurveyPageBench(options), json, terminal.out);
    });
}
