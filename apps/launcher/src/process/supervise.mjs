import { join } from 'node:path';
import { rmSync } from 'node:fs';

import { LauncherFailure } from '../failure.mjs';
import { crashReport, howItEnded } from './crash-report.mjs';
import { signalGroup, stopProcess } from './stop-process.mjs';
import { spawnLogged } from './spawn-logged.mjs';

/**
 * @typedef {object} ChildRequest
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [input]
 * @property {boolean} [inherit]
 * @property {(line: string, stream: 'stdout' | 'stderr') => void} [onLine]
 *
 * @typedef {object} Service
 * @property {string} name
 * @property {number | undefined} pid
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Supervisor
 * @property {(request: ChildRequest) => Service} start a process that should stay: its end is a crash
 * @property {(request: ChildRequest) => Promise<import('./spawn-logged.mjs').Exit & { lastLines: readonly string[] }>} run
 *   a process that should end
 * @property {(request: ChildRequest) => Promise<void>} succeed as `run`, refusing anything but exit code 0
 * @property {() => Promise<void>} stopAll in the reverse of the order they were started
 * @property {() => void} killAll at once, without grace
 */

/**
 * Starts processes, watches them, and stops the ones it started and no others.
 * @param {object} options
 * @param {string | null} options.logFolder one `<name>.log` per process; null keeps only the last lines
 * @param {(crash: import('./crash-report.mjs').Crash) => void} options.onCrash
 * @param {(pids: readonly { name: string, pid: number }[]) => void} [options.onChange] told whenever the set of running processes changes
 * @returns {Supervisor}
 */
export function createSupervisor({ logFolder, onCrash, onChange = () => {} }) {
  /** @type {Set<import('./spawn-logged.mjs').LoggedProcess>} */
  const running = new Set();
  let stopping = false;

  const tell = () =>
    onChange([...running].flatMap(({ name, pid }) => (pid === undefined ? [] : [{ name, pid }])));
  const logFileOf = (/** @type {string} */ name) =>
    logFolder === null ? null : join(logFolder, `${name}.log`);

  /** @param {ChildRequest} request */
  const launch = (request) => {
    if (stopping) throw new LauncherFailure('正在停止 Stopping');
    const logFile = request.inherit ? null : logFileOf(request.name);
    // One log per start: what an earlier start printed would only mislead.
    if (logFile !== null) rmSync(logFile, { force: true });
    const child = spawnLogged({ ...request, logFile });
    running.add(child);
    tell();
    void child.exited.then(() => {
      running.delete(child);
      tell();
    });
    return { child, logFile };
  };

  /** @param {ChildRequest} request */
  const run = async (request) => {
    const { child } = launch(request);
    return { ...(await child.exited), lastLines: child.lastLines() };
  };

  return {
    start(request) {
      const { child, logFile } = launch(request);
      let wanted = true;
      void child.exited.then((exit) => {
        if (wanted && !stopping) onCrash({ name: request.name, exit, lastLines: child.lastLines(), logFile });
      });
      return {
        name: request.name,
        pid: child.pid,
        isRunning: child.isRunning,
        async stop() {
          wanted = false;
          await stopProcess(child);
        },
      };
    },
    run,
    async succeed(request) {
      const { lastLines, ...exit } = await run(request);
      if (exit.code === 0) return;
      if (request.inherit) {
        throw new LauncherFailure(`${request.name} 失败 failed (${howItEnded(exit)})`);
      }
      throw new LauncherFailure(
        crashReport({ name: request.name, exit, lastLines, logFile: logFileOf(request.name) }),
      );
    },
    async stopAll() {
      stopping = true;
      for (const child of [...running].reverse()) await stopProcess(child);
    },
    killAll() {
      stopping = true;
      for (const { pid } of running) if (pid !== undefined) signalGroup(pid, 'SIGKILL');
    },
  };
}
