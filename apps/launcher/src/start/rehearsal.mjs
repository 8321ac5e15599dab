import { readFileSync, rmSync } from 'node:fs';

import { CHECKOUT, kaoji } from '../checkout.mjs';

/**
 * Runs the rehearsal with its table on our own output.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ options: import('../arguments/start-options.mjs').StartOptions, state: import('../state/state-folder.mjs').StateFolder, api: string, survey: string, env: NodeJS.ProcessEnv }} input
 * @returns {Promise<boolean>} whether every appraisal ended and every check held
 */
export async function rehearse({ supervisor, progress }, { options, state, api, survey, env }) {
  // An earlier run's summary and bundle must not pass for this one's.
  for (const file of [state.rehearsal, state.auditBundle]) rmSync(file, { force: true });
  progress.say('\n演练一个考核年度 Rehearsing one appraisal year');
  const open = options.once ? [] : ['--leave-open'];
  const day = options.workingDayMs === null ? [] : ['--working-day-ms', String(options.workingDayMs)];
  const { code } = await supervisor.run({
    name: 'rehearsal',
    command: process.execPath,
    args: kaoji(
      'rehearse',
      ...['--api', api, '--survey', survey, '--accounts', state.accounts],
      ...[
        '--seed',
        options.seed,
        ...day,
        ...open,
        '--summary',
        state.rehearsal,
        '--audit',
        state.auditBundle,
      ],
    ),
    cwd: CHECKOUT,
    env,
    inherit: true,
  });
  if (code !== 0) progress.say(`演练未通过 The rehearsal failed (exit code ${code})`);
  return code === 0;
}

/**
 * The rehearsal's summary as one line, with the whole time the launcher took.
 * @param {string} file
 * @param {number} durationMs
 * @returns {string | null} null when the rehearsal wrote none
 */
export function summaryLine(file, durationMs) {
  try {
    const summary = JSON.parse(readFileSync(file, 'utf8'));
    return JSON.stringify({ ...summary, seconds: Math.round(durationMs / 100) / 10 });
  } catch {
    return null;
  }
}
