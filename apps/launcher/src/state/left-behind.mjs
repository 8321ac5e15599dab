import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { signalGroup } from '../process/stop-process.mjs';
import { processIdentity } from './process-identity.mjs';

const GRACE_MS = 10_000;

/**
 * Writes down what runs, so the next start can end it should this launcher be killed without a chance to.
 * @param {string} file
 * @param {readonly { name: string, pid: number }[]} running
 */
export function recordRunning(file, running) {
  const record = running.map(({ name, pid }) => ({ name, pid, identity: processIdentity(pid) }));
  writeFileSync(file, JSON.stringify(record));
}

/**
 * Ends the processes a killed launcher left behind. To be called by the holder of the lock, before it starts any.
 * @param {string} file
 * @returns {Promise<readonly string[]>} the names of those that were still running
 */
export async function endLeftBehind(file) {
  const left = readRecord(file).filter(
    ({ pid, identity }) => identity !== null && processIdentity(pid) === identity,
  );
  for (const { pid } of left) signalGroup(pid, 'SIGTERM');
  const until = Date.now() + GRACE_MS;
  const alive = () => left.filter(({ pid, identity }) => processIdentity(pid) === identity);
  while (alive().length > 0 && Date.now() < until) await pause(100);
  for (const { pid } of alive()) signalGroup(pid, 'SIGKILL');
  return left.map(({ name }) => name);
}

/**
 * @param {string} file
 * @returns {{ name: string, pid: number, identity: string | null }[]}
 */
function readRecord(file) {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(record) ? record.filter(({ pid }) => Number.isInteger(pid) && pid > 1) : [];
  } catch {
    return [];
  }
}
