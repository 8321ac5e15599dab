import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { flowSetting } from '../bench/flow-setting.mjs';
import { CHECKOUT, kaoji } from '../checkout.mjs';
import { findMariadb } from '../database/find-mariadb.mjs';
import { installPackages } from '../install/packages.mjs';
import { createProgress } from '../printing/progress.mjs';
import { runSession } from '../process/session.mjs';

/**
 * `npm run stress`: what it needs, then the stress; standard output is the stress's alone. It starts its own MariaDB,
 * which it has to be able to kill.
 * @param {import('../arguments/stress-options.mjs').StressOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runStress({ name, rest }) {
  const progress = createProgress(process.stderr);
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-stress-'));
  return runSession({ progress, logFolder: name === 'survey' ? null : folder }, async (session) => {
    session.afterStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    await installPackages(session, CHECKOUT);
    if (name !== 'audit') await findMariadb(session);
    const flows = name !== 'survey' ? await flowSetting(session, folder) : {};
    const { code } = await session.supervisor.run({
      name: `stress-${name}`,
      command: process.execPath,
      args: kaoji('stress', name, ...rest),
      cwd: CHECKOUT,
      env: { ...process.env, ...flows },
      inherit: true,
    });
    return code ?? 1;
  });
}
