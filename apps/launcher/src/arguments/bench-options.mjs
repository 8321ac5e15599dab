/** @typedef {{ name: 'cycle' | 'engine' | 'replay', rest: readonly string[] }} BenchOptions */

export const BENCH_HELP = `npm run bench -- <cycle|engine|replay> [--json]

  cycle    整个考核流程与逐步派发的对比 whole appraisals, next to one signal and one activity a step
  engine   十万人的评分与名额计算 evaluate and calibrate 100,000 people, next to the bare arithmetic
  replay   历史重放速度 histories per second through the SDK`;

/**
 * Which bench to run; further arguments go to the command line of `kaoji bench`, which refuses what it does not know.
 * @param {readonly string[]} argv
 * @returns {import('./start-options.mjs').Parsed<BenchOptions>}
 */
export function parseBenchOptions(argv) {
  if (argv.includes('--help')) return { kind: 'help' };
  const [name, ...rest] = argv;
  if (name === 'cycle' || name === 'engine' || name === 'replay')
    return { kind: 'options', options: { name, rest } };
  return {
    kind: 'fault',
    fault: `参数有误 Bad option: ${name ?? '(无 none)'}; 可选 choose cycle, engine 或 or replay`,
  };
}
