import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

import { createLineReader } from './line-reader.mjs';

const LAST_LINES = 20;

/**
 * @typedef {object} SpawnRequest
 * @property {string} name how people and log files call it
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string | null} [logFile] everything it prints goes here
 * @property {string} [input] what it reads on standard input; nothing else may see it
 * @property {boolean} [inherit] true shows its output on our own instead
 * @property {(line: string, stream: 'stdout' | 'stderr') => void} [onLine]
 *
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, spawnError: string | null }} Exit
 *
 * @typedef {object} LoggedProcess
 * @property {string} name
 * @property {number | undefined} pid
 * @property {Promise<Exit>} exited settles when the process and its output have ended; never rejects
 * @property {() => boolean} isRunning
 * @property {() => readonly string[]} lastLines
 */

/**
 * Starts a process in its own group (so a Ctrl-C of the terminal reaches only the launcher) and keeps what it prints.
 * @param {SpawnRequest} request
 * @returns {LoggedProcess}
 */
export function spawnLogged(request) {
  const { name, command, args, cwd, env, logFile = null, input, inherit = false, onLine } = request;
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: [
      input === undefined ? 'ignore' : 'pipe',
      inherit ? 'inherit' : 'pipe',
      inherit ? 'inherit' : 'pipe',
    ],
  });
  // Whoever ends without reading its input says so by its exit code.
  child.stdin?.on('error', () => {}).end(input);
  const log = logFile === null ? null : createWriteStream(logFile, { flags: 'a' });
  // A full disk must not take the launcher down with it.
  log?.on('error', () => {});
  /** @type {string[]} */
  const recent = [];
  const remember = (/** @type {string} */ line) => {
    recent.push(line);
    if (recent.length > LAST_LINES) recent.shift();
  };
  for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
    const lines = createLineReader((line) => {
      remember(line);
      onLine?.(line, stream);
    });
    child[stream]?.on('data', (/** @type {Buffer} */ chunk) => {
      log?.write(chunk);
      lines.take(chunk);
    });
    child[stream]?.on('end', () => lines.end());
  }

  let running = true;
  /** @type {Promise<Exit>} */
  const exited = new Promise((resolve) => {
    child.once('error', (fault) => {
      running = false;
      log?.end();
      resolve({ code: null, signal: null, spawnError: fault.message });
    });
    child.once('exit', () => (running = false));
    child.once('close', (code, signal) => {
      running = false;
      const settle = () => resolve({ code, signal, spawnError: null });
      // Whoever reads the log next finds all of it.
      if (log === null || log.destroyed) settle();
      else log.once('error', settle).end(settle);
    });
  });
  return { name, pid: child.pid, exited, isRunning: () => running, lastLines: () => [...recent] };
}
