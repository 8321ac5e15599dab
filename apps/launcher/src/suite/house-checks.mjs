import { CHECKOUT, installedTool } from '../checkout.mjs';
import { ONE_FAILED, ONE_PASSED } from './totals.mjs';

/** @typedef {{ name: string, file: string, args: readonly string[], env: NodeJS.ProcessEnv }} HouseCheck */

/**
 * The checks that count as one test each: layout, lint and types. Lint runs through Nx, since without its project graph the boundary rule is silent.
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly HouseCheck[]}
 */
export function houseChecks(env) {
  const nx = (/** @type {string} */ target) => ({
    name: target,
    file: 'nx/dist/bin/nx.js',
    args: ['run', `@kaoji/source:${target}`],
    env: nxEnvironment(env),
  });
  return [
    {
      name: 'format',
      file: 'prettier/bin/prettier.cjs',
      args: ['--check', '--cache', '--cache-strategy=content', '--log-level=warn', '.'],
      env,
    },
    nx('lint'),
    nx('typecheck'),
  ];
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {HouseCheck} check
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runHouseCheck({ supervisor }, { name, file, args, env }) {
  const { code } = await supervisor.run({
    name,
    command: process.execPath,
    args: [installedTool(file), ...args],
    cwd: CHECKOUT,
    env,
    inherit: true,
  });
  return code === 0 ? ONE_PASSED : ONE_FAILED;
}

/**
 * Nx gives its tasks colours whatever NO_COLOR says; only FORCE_COLOR stops it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function nxEnvironment(env) {
  const quiet = { ...env, NX_DAEMON: 'false', NX_TUI: 'false' };
  return process.stdout.isTTY ? quiet : { ...quiet, NO_COLOR: undefined, FORCE_COLOR: '0' };
}
