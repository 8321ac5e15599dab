import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { CHECKOUT } from '../checkout.mjs';
import { LauncherFailure } from '../failure.mjs';
import { waitForPort } from '../port/wait-for-port.mjs';
import { serverArguments } from './server-arguments.mjs';

const READY_LIMIT_MS = 60_000;

/**
 * Starts a server and waits until its namespace answers.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ executable: string, port: number, uiPort: number | null, databaseFile: string, namespace: string }} server
 * @returns {Promise<string>} its address
 */
export async function runTemporal({ supervisor, signal }, { executable, ...server }) {
  supervisor.start({
    name: 'temporal',
    command: executable,
    args: serverArguments(server),
    cwd: CHECKOUT,
    env: process.env,
  });
  const address = `127.0.0.1:${server.port}`;
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await namespaceAnswers(executable, address, server.namespace))) {
    signal.throwIfAborted();
    if (Date.now() > until)
      throw new LauncherFailure(`Temporal 未在 ${READY_LIMIT_MS / 1_000} 秒内就绪 was not ready in time`);
    await pause(200);
  }
  return address;
}

/**
 * Refuses an address given by the user where nothing listens.
 * @param {string} address host:port
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export async function checkTemporalAddress(address, signal) {
  const match = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(address);
  if (match?.[1] === undefined) {
    throw new LauncherFailure('TEMPORAL_ADDRESS 应为 host:port TEMPORAL_ADDRESS must be host:port', {
      exitCode: 2,
    });
  }
  const reachable = await waitForPort({ host: match[1], port: Number(match[2]), limitMs: 10_000, signal });
  if (!reachable) {
    throw new LauncherFailure(`TEMPORAL_ADDRESS ${address} 连不上 does not answer`);
  }
}

/**
 * @param {string} executable
 * @param {string} address
 * @param {string} namespace
 */
async function namespaceAnswers(executable, address, namespace) {
  try {
    await promisify(execFile)(
      executable,
      ['operator', 'namespace', 'describe', '--namespace', namespace, '--address', address],
      { timeout: 5_000 },
    );
    return true;
  } catch {
    return false;
  }
}
