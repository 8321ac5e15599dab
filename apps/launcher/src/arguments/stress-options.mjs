/** @typedef {{ name: 'survey', rest: readonly string[] }} StressOptions */

export const STRESS_HELP = `npm run stress -- survey [--quick] [--seconds N] [--json]

  survey   伪造和争抢的链接、被杀的数据库、三倍的负载 forged and contested links, a killed database, three times too much

  --quick      小规模，约一分钟 small sizes, about a minute
  --seconds N  过载的秒数 seconds of overload
  --json       一行 JSON one line of JSON`;

/**
 * What to stress; further arguments go to the command line of `kaoji stress`, which refuses what it does not know.
 * @param {readonly string[]} argv
 * @returns {import('./start-options.mjs').Parsed<StressOptions>}
 */
export function parseStressOptions(argv) {
  if (argv.includes('--help')) return { kind: 'help' };
  const [name, ...rest] = argv;
  if (name === 'survey') return { kind: 'options', options: { name, rest } };
  return { kind: 'fault', fault: `参数有误 Bad option: ${name ?? '(无 none)'}; 可选 choose survey` };
}
