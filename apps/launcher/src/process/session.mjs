import { createSupervisor } from './supervise.mjs';
import { LauncherFailure } from '../failure.mjs';
import { crashReport } from './crash-report.mjs';

/**
 * @typedef {object} Session
 * @property {import('./supervise.mjs').Supervisor} supervisor
 * @property {import('../printing/progress.mjs').Progress} progress
 * @property {AbortSignal} signal aborted by Ctrl-C and by a crash
 * @property {(cleanUp: () => void | Promise<void>) => void} afterStop run when every process has stopped, last one first
 * @property {() => Promise<never>} stayUp waits for Ctrl-C, which is then the expected end
 */

/** npm passes on a Ctrl-C the terminal has already delivered: only a later second one means impatience. */
const SECOND_CTRL_C_AFTER_MS = 1_000;

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs `work` and, however it ends (result, failure, crash of a process, Ctrl-C), stops everything it started.
 * @param {object} options
 * @param {import('../printing/progress.mjs').Progress} options.progress
 * @param {string | null} options.logFolder
 * @param {(pids: readonly { name: string, pid: number }[]) => void} [options.onChange]
 * @param {(session: Session) => Promise<number>} work gives the exit code
 * @returns {Promise<number>} the exit code
 */
export async function runSession({ progress, logFolder, onChange }, work) {
  const abort = new AbortController();
  /** @type {(() => void | Promise<void>)[]} */
  const cleanUps = [];
  let staysUp = false;
  const supervisor = createSupervisor({
    logFolder,
    onCrash: (crash) => abort.abort(new LauncherFailure(crashReport(crash))),
    ...(onChange ? { onChange } : {}),
  });

  let interruptedAt = 0;
  /** @type {number | null} */
  let interruptCode = null;
  const interrupt = (/** @type {keyof typeof EXIT_CODES} */ signal) => {
    if (interruptedAt > 0) {
      if (Date.now() - interruptedAt > SECOND_CTRL_C_AFTER_MS) supervisor.killAll();
      return;
    }
    interruptedAt = Date.now();
    interruptCode = staysUp ? 0 : EXIT_CODES[signal];
    abort.abort(new LauncherFailure(`收到 ${signal}，正在停止 Stopping on ${signal}`));
  };
  for (const signal of /** @type {(keyof typeof EXIT_CODES)[]} */ (Object.keys(EXIT_CODES)))
    process.on(signal, interrupt);

  // Dying of our own fault, or of a reader that went away, would leave every child behind.
  process.on('uncaughtException', (fault) => abort.abort(fault));
  process.stdout.on('error', () => {});

  const aborted = new Promise((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
  });
  aborted.catch(() => {});
  const stayUp = () => {
    staysUp = true;
    return /** @type {Promise<never>} */ (aborted);
  };

  let code = 0;
  const job = work({
    supervisor,
    progress,
    signal: abort.signal,
    afterStop: (cleanUp) => void cleanUps.push(cleanUp),
    stayUp,
  });
  // Once aborted, what the unfinished work still throws is a consequence and not news.
  job.catch(() => {});
  try {
    code = /** @type {number} */ (await Promise.race([job, aborted]));
  } catch (fault) {
    // A command fails because it was stopped: then the reason for stopping is the news.
    const news = abort.signal.aborted ? abort.signal.reason : fault;
    progress.say(news instanceof LauncherFailure ? news.message : String(news?.stack ?? news));
    code = interruptCode ?? (news instanceof LauncherFailure ? news.exitCode : 1);
  }
  await supervisor.stopAll();
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  return code;
}
