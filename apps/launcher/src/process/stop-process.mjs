/** Long enough for a worker to hand back its tasks and for the databases to close their files. */
export const STOP_GRACE_MS = 15_000;

/**
 * Asks a process group to end, and ends it when it does not within the grace.
 * @param {import('./spawn-logged.mjs').LoggedProcess} target
 * @param {number} [graceMs]
 * @returns {Promise<'gone' | 'ended' | 'killed'>} gone: it had ended before; killed: it had to be forced
 */
export async function stopProcess(target, graceMs = STOP_GRACE_MS) {
  const { pid } = target;
  if (pid === undefined || !target.isRunning()) return 'gone';
  signalGroup(pid, 'SIGTERM');
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve('late'), graceMs);
  });
  const first = await Promise.race([target.exited.then(() => 'ended'), late]);
  clearTimeout(timer);
  // Grandchildren that ignored the request are still in the group; nobody else is.
  signalGroup(pid, 'SIGKILL');
  if (first === 'ended') return 'ended';
  await target.exited;
  return 'killed';
}

/**
 * @param {number} pid leader of the group
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
