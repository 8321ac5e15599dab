import { CHECKOUT } from '../checkout.mjs';
import { createProgress } from '../printing/progress.mjs';
import { elapsedText } from '../printing/elapsed.mjs';
import { runSession } from '../process/session.mjs';
import { takeLauncherLock } from '../state/launcher-lock.mjs';
import { endLeftBehind, recordRunning } from '../state/left-behind.mjs';
import { emptyStateFolder, openStateFolder, stateFolder } from '../state/state-folder.mjs';
import { bringUp } from './bring-up.mjs';
import { rehearse, summaryLine } from './rehearsal.mjs';
import { whereToLook } from './where-to-look.mjs';

/**
 * `npm start`: everything from an empty checkout to the printed year.
 * @param {import('../arguments/start-options.mjs').StartOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runStart(options) {
  const startedAt = Date.now();
  const state = stateFolder(CHECKOUT, process.env['DATABASE_URL']);
  openStateFolder(state);
  const giveLockBack = takeLauncherLock(state.lock);
  try {
    const progress = createProgress(process.stdout);
    const left = await endLeftBehind(state.processes);
    if (left.length > 0)
      progress.say(`已结束上次遗留的进程 Ended what an earlier start left behind: ${left.join(', ')}`);
    if (options.fresh) emptyStateFolder(state);

    const onChange = (/** @type {readonly { name: string, pid: number }[]} */ pids) =>
      recordRunning(state.processes, pids);
    const code = await runSession({ progress, logFolder: state.logs, onChange }, (session) =>
      appraisalYear(session, { options, state, startedAt }),
    );
    if (options.once && options.json) printSummary(state.rehearsal, startedAt);
    return code;
  } finally {
    giveLockBack();
  }
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {{ options: import('../arguments/start-options.mjs').StartOptions, state: import('../state/state-folder.mjs').StateFolder, startedAt: number }} input
 * @returns {Promise<number>}
 */
async function appraisalYear(session, { options, state, startedAt }) {
  const { progress } = session;
  const up = await bringUp(session, { options, state });
  const passed =
    !options.rehearsal ||
    (await rehearse(session, { options, state, api: up.api, survey: up.survey, env: up.env }));

  progress.say(
    whereToLook({
      api: up.api,
      survey: up.survey,
      temporalUi: up.temporalUi,
      logs: state.logs,
      accountsFile: state.accounts,
      accountsTable: up.newAccounts,
    }),
  );
  if (options.once) {
    progress.say(`用时 Took ${elapsedText(Date.now() - startedAt)}，正在停止 stopping`);
    return passed ? 0 : 1;
  }
  progress.say('按 Ctrl-C 停止 Ctrl-C stops everything');
  if (options.json) printSummary(state.rehearsal, startedAt);
  return session.stayUp();
}

/**
 * @param {string} file
 * @param {number} startedAt
 */
function printSummary(file, startedAt) {
  const line = summaryLine(file, Date.now() - startedAt);
  if (line !== null) process.stdout.write(`${line}\n`);
}
