import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.js';

type EngineFlags = { readonly json?: true };

/** `kaoji bench …`: measure ours next to something else, in the same run on the same machine. */
export function register(program: Command, terminal: Terminal): void {
  const bench = program.command('bench').description('measure, next to something else in the same run');

  bench
    .command('engine')
    .description('evaluate and calibrate 100,000 appraisees, next to a loop of the bare arithmetic')
    .option('--json', 'one line of JSON')
    .action(async (flags: EngineFlags) => {
      const [{ runEngineBench }, { printBench }] = await Promise.all([
        import('./engine-bench.js'),
        import('./bench-report.js'),
      ]);
      printBench(await runEngineBench(), flags.json ?? false, terminal.out);
    });
}
