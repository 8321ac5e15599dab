/** @typedef {{ whole: true } | { whole: false, jestArguments: readonly string[] }} TestOptions */

export const TEST_HELP = `npm test                      全部：格式、检查、类型、单元、集成 everything
npm test -- libs/domain       只测这些路径 only the tests under these paths
npm test -- libs/domain -t 名额   其余参数交给 Jest further arguments go to Jest

环境变量 environment: KAOJI_TEST_DATABASE_URL (mariadb:// mysql://)  TEMPORAL_ADDRESS  KAOJI_CHROMIUM`;

/**
 * Without arguments the whole suite; with any, only Jest on what they select.
 * @param {readonly string[]} argv
 * @returns {import('./start-options.mjs').Parsed<TestOptions>}
 */
export function parseTestOptions(argv) {
  if (argv.includes('--help')) return { kind: 'help' };
  if (argv.some((argument) => /^--watch/.test(argument))) {
    return { kind: 'fault', fault: '参数有误 Bad option: --watch 不支持 is not supported' };
  }
  return {
    kind: 'options',
    options: argv.length === 0 ? { whole: true } : { whole: false, jestArguments: argv },
  };
}
