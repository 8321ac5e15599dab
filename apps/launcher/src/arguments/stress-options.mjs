const NAMES = /** @type {const} */ (['approvals', 'audit', 'survey']);
/** @typedef {{ name: typeof NAMES[number], rest: readonly string[] }} StressOptions */

export const STRESS_HELP = `npm run stress -- <approvals|audit|survey> [--quick] [--seconds N] [--json]

  approvals  被杀的工作进程和数据库、断开的 Temporal、同时的审批 a killed worker and database, Temporal cut off, racing approvers
  audit      一千个被改过的审计包、一百个真实的 a thousand damaged audit bundles, a hundred honest ones
  survey     伪造和争抢的链接、被杀的数据库、三倍的负载 forged and contested links, a killed database, three times too much

  --quick      小规模，约一分钟 small sizes, about a minute
  --seconds N  过载（survey）或断开 Temporal（approvals）的秒数 seconds of overload, or without Temporal
  --json       一行 JSON one line of JSON`;

/**
 * What to stress; further arguments go to the command line of `kaoji stress`, which refuses what it does not know.
 * @param {readonly string[]} argv
 * @returns {import('./start-options.mjs').Parsed<StressOptions>}
 */
export function parseStressOptions(argv) {
  if (argv.includes('--help')) return { kind: 'help' };
  const [given, ...rest] = argv;
  const name = NAMES.find((one) => one === given);
  if (name !== undefined) return { kind: 'options', options: { name, rest } };
  return {
    kind: 'fault',
    fault: `参数有误 Bad option: ${given ?? '(无 none)'}; 可选 choose ${NAMES.join(', ')}`,
  };
}
