import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CHECKOUT, installedTool } from '../checkout.mjs';
import { jestTotals } from './totals.mjs';

const JEST = 'jest/bin/jest.js';

/**
 * @typedef {object} JestRun
 * @property {string} name
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} folder for the result file
 */

/**
 * Runs Jest with its own report on our output, and counts.
 * @param {import('../process/session.mjs').Session} session
 * @param {JestRun} request
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runJest({ supervisor }, { name, args, env, folder }) {
  const outputFile = join(folder, `${name}.json`);
  const { code } = await supervisor.run({
    name,
    command: process.execPath,
    args: [installedTool(JEST), ...args, '--json', `--outputFile=${outputFile}`],
    cwd: CHECKOUT,
    env: jestEnvironment(env),
    inherit: true,
  });
  const result = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : null;
  return jestTotals(result, code);
}

/**
 * Whether any test these arguments select needs a server or a browser.
 * @param {import('../process/session.mjs').Session} session
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>}
 */
export async function selectsIntegration({ supervisor }, args, env) {
  let found = false;
  await supervisor.run({
    name: 'list-tests',
    command: process.execPath,
    args: [installedTool(JEST), ...args, '--listTests', '--passWithNoTests'],
    cwd: CHECKOUT,
    env: jestEnvironment(env),
    onLine: (line) => {
      if (/\.(int|replay)\.spec\.ts$/.test(line)) found = true;
    },
  });
  return found;
}

/** @param {NodeJS.ProcessEnv} env */
function jestEnvironment(env) {
  // Jest reaches ES modules only behind this flag, and warns about it in every file.
  const modules = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  // Tests make much that lives shortly: with more room for it, collecting takes a fifteenth less of the processor.
  const flags = `${modules} --max-semi-space-size=64`;
  return { ...env, NODE_OPTIONS: `${env['NODE_OPTIONS'] ?? ''} ${flags}`.trim() };
}
