/**
 * @typedef {object} Crash
 * @property {string} name
 * @property {import('./spawn-logged.mjs').Exit} exit
 * @property {readonly string[]} lastLines
 * @property {string | null} logFile
 */

/**
 * What a person needs when a process ended by itself: which one, how, and its last lines.
 * @param {Crash} crash
 * @returns {string}
 */
export function crashReport({ name, exit, lastLines, logFile }) {
  const said = lastLines.length === 0 ? ['(没有输出 it printed nothing)'] : lastLines;
  return [
    `${name} 意外退出 stopped by itself (${howItEnded(exit)})`,
    ...said.map((line) => `  │ ${line}`),
    ...(logFile === null ? [] : [`  日志 log: ${logFile}`]),
  ].join('\n');
}

/**
 * @param {import('./spawn-logged.mjs').Exit} exit
 * @returns {string}
 */
export function howItEnded({ code, signal, spawnError }) {
  if (spawnError !== null) return spawnError;
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}
