const NAMES = /** @type {const} */ ([
  'approvals',
  'audit',
  'console',
  'cycle',
  'engine',
  'replay',
  'survey',
  'survey-page',
  'tally',
]);
/** @typedef {{ name: typeof NAMES[number], rest: readonly string[] }} BenchOptions */

export const BENCH_HELP = `npm run bench -- <approvals|audit|console|cycle|engine|replay|survey|survey-page|tally> [--json]

  approvals    每秒作出的审批 acts on lists per second, next to a bare executeUpdate
  audit        归档与核验的速度 histories archived and verified per second, next to sha-256 and JSON.parse
  console      各页面在慢机器上的快慢 screens in a slowed-down browser, next to a bare page and to limits
  cycle        整个考核流程与逐步派发的对比 whole appraisals, next to one signal and one activity a step
  engine       十万人的评分与名额计算 evaluate and calibrate 100,000 people, next to the bare arithmetic
  replay       历史重放速度 histories per second through the SDK
  survey       每秒落盘的答卷 durable answers per second, next to no database and to a transaction for each
  survey-page  问卷页面 pages per second, next to bare Fastify giving the same bytes
  tally        十万张问卷的计票 count 100,000 ballots, next to a bare count over typed arrays`;

/**
 * Which bench to run; further arguments go to the command line of `kaoji bench`, which refuses what it does not know.
 * @param {readonly string[]} argv
 * @returns {import('./start-options.mjs').Parsed<BenchOptions>}
 */
export function parseBenchOptions(argv) {
  if (argv.includes('--help')) return { kind: 'help' };
  const [given, ...rest] = argv;
  const name = NAMES.find((one) => one === given);
  if (name !== undefined) return { kind: 'options', options: { name, rest } };
  return {
    kind: 'fault',
    fault: `参数有误 Bad option: ${given ?? '(无 none)'}; 可选 choose ${NAMES.join(', ')}`,
  };
}
