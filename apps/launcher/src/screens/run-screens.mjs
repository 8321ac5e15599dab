import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { parseStartOptions } from '../arguments/start-options.mjs';
import { findChromium } from '../browser/find-chromium.mjs';
import { CHECKOUT, kaoji } from '../checkout.mjs';
import { createProgress } from '../printing/progress.mjs';
import { runSession } from '../process/session.mjs';
import { bringUp } from '../start/bring-up.mjs';
import { rehearse } from '../start/rehearsal.mjs';
import { openStateFolder, stateFolder } from '../state/state-folder.mjs';

const PICTURES = join(CHECKOUT, 'docs/screens');

/**
 * `npm run screens`: a demo of its own in a folder of its own, one year lived through and one left open, and a picture
 * of everybody's main screens.
 * @param {import('../arguments/screens-options.mjs').ScreensOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runScreens({ out }) {
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-screens-'));
  const state = stateFolder(folder);
  openStateFolder(state);
  const parsed = parseStartOptions([]);
  if (parsed.kind !== 'options') throw new Error('the options of npm start have no defaults');
  const { options } = parsed;
  const progress = createProgress(process.stdout);
  return runSession({ progress, logFolder: state.logs }, async (session) => {
    session.afterStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const up = await bringUp(session, { options, state });
    const chromium = await findChromium(session);
    if (!(await rehearse(session, { options, state, ...up }))) return 1;
    const { code } = await session.supervisor.run({
      name: 'screens',
      command: process.execPath,
      args: kaoji(
        'screens',
        ...['--api', up.api, '--accounts', state.accounts],
        ...['--chromium', chromium, '--out', out === null ? PICTURES : resolve(out)],
      ),
      cwd: CHECKOUT,
      env: process.env,
      inherit: true,
    });
    return code ?? 1;
  });
}
