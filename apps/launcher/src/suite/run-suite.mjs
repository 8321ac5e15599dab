import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CHECKOUT } from '../checkout.mjs';
import { LauncherFailure } from '../failure.mjs';
import { installPackages } from '../install/packages.mjs';
import { elapsedText } from '../printing/elapsed.mjs';
import { createProgress } from '../printing/progress.mjs';
import { tableText } from '../printing/table.mjs';
import { runSession } from '../process/session.mjs';
import { houseChecks, runHouseCheck } from './house-checks.mjs';
import { runJest, selectsIntegration } from './jest-run.mjs';
import { startTestServers } from './test-servers.mjs';
import { exitCodeOf, ONE_FAILED, sumTotals, totalsLine } from './totals.mjs';

/** Three test files at a time is what two cores, one Temporal and one database bear. */
const TEST_WORKERS = '--maxWorkers=3';

/**
 * `npm test`: the whole suite with its set-up, or what the arguments select.
 * @param {import('../arguments/test-options.mjs').TestOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runSuite(options) {
  const progress = createProgress(process.stdout);
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-test-'));
  /** @type {import('./totals.mjs').StepResult[]} */
  const results = [];
  const code = await runSession({ progress, logFolder: folder }, async (session) => {
    session.afterStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const run = createRunner(session, results);
    await installPackages(session, CHECKOUT);
    if (options.whole) await wholeSuite(session, run, folder);
    else await selectedTests(session, run, folder, options.jestArguments);
    return exitCodeOf(sumTotals(results));
  });
  if (results.length > 0) progress.say(`\n${resultTable(results)}`);
  // Stopped half-way: what never ran must not look green.
  const totals = sumTotals(results);
  progress.say(totalsLine(code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals));
  return code;
}

/** @typedef {(name: string, work: () => Promise<import('./totals.mjs').Totals>) => Promise<import('./totals.mjs').Totals>} StepRunner */

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {StepRunner} run
 * @param {string} folder
 */
async function wholeSuite(session, run, folder) {
  const env = toolEnvironment();
  // Each of them keeps one core busy; side by side they take as long as the slowest.
  await Promise.all(houseChecks(env).map((check) => run(check.name, () => runHouseCheck(session, check))));
  const servers = await withServers(session, run, folder);
  // Both kinds at once: while a test with a server waits, one without computes.
  const args = servers === null ? ['--selectProjects', 'spec'] : [TEST_WORKERS];
  await run('jest', () => runJest(session, { name: 'jest', args, env: { ...env, ...servers }, folder }));
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {StepRunner} run
 * @param {string} folder
 * @param {readonly string[]} args
 */
async function selectedTests(session, run, folder, args) {
  const env = toolEnvironment();
  const needsServers = await selectsIntegration(session, args, env);
  const servers = needsServers ? await withServers(session, run, folder) : {};
  if (servers === null) return;
  // Jest refuses two answers to one question.
  const workers = args.some((word) => /^(-i|-w|--runInBand|--maxWorkers)/.test(word)) ? [] : [TEST_WORKERS];
  await run('jest', () =>
    runJest(session, { name: 'jest', args: [...args, ...workers], env: { ...env, ...servers }, folder }),
  );
}

/**
 * A server that cannot be had fails the run: its tests are never left out in silence.
 * @param {import('../process/session.mjs').Session} session
 * @param {StepRunner} run
 * @param {string} folder
 */
async function withServers(session, run, folder) {
  try {
    return await startTestServers(session, folder);
  } catch (fault) {
    if (!(fault instanceof LauncherFailure)) throw fault;
    session.progress.say(fault.message);
    await run('servers', async () => ONE_FAILED);
    return null;
  }
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {import('./totals.mjs').StepResult[]} results
 * @returns {StepRunner}
 */
function createRunner({ progress, signal }, results) {
  return async (name, work) => {
    signal.throwIfAborted();
    progress.say(`── ${name}`);
    const startedAt = Date.now();
    const totals = await work();
    signal.throwIfAborted();
    const durationMs = Date.now() - startedAt;
    results.push({ name, totals, durationMs });
    progress.say(
      `── ${name} ${totals.failed === 0 ? '通过 ok' : '未通过 FAILED'}  ${elapsedText(durationMs)}`,
    );
    return totals;
  };
}

/** @param {readonly import('./totals.mjs').StepResult[]} results */
function resultTable(results) {
  return tableText(
    results.map(({ name, totals, durationMs }) => [
      totals.failed === 0 ? 'ok' : 'FAILED',
      name,
      elapsedText(durationMs),
      totalsLine(totals),
    ]),
  );
}

function toolEnvironment() {
  const plain = process.stdout.isTTY
    ? {}
    : { NO_COLOR: '1', FORCE_COLOR: undefined, CI: process.env['CI'] ?? 'true' };
  return { ...process.env, ...plain, NODE_ENV: 'test' };
}
