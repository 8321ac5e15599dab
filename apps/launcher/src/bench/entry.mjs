import { BENCH_HELP, parseBenchOptions } from '../arguments/bench-options.mjs';
import { runBench } from './run-bench.mjs';

export const help = BENCH_HELP;
export const parse = parseBenchOptions;
export const run = runBench;
