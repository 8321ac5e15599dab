import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findChromium } from '../browser/find-chromium.mjs';
import { CHECKOUT, kaoji } from '../checkout.mjs';
import { consoleBuild } from '../console/console-build.mjs';
import { findMariadb } from '../database/find-mariadb.mjs';
import { installPackages } from '../install/packages.mjs';
import { createProgress } from '../printing/progress.mjs';
import { runSession } from '../process/session.mjs';
import { flowSetting } from './flow-setting.mjs';

/**
 * `npm run bench`: the set-up one bench needs, then the bench; standard output is the bench's alone.
 * @param {import('../arguments/bench-options.mjs').BenchOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runBench({ name, rest }) {
  const progress = createProgress(process.stderr);
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-bench-'));
  return runSession({ progress, logFolder: folder }, async (session) => {
    session.afterStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    await installPackages(session, CHECKOUT);
    const env = { ...process.env, ...(await settingOf(name, session, folder)) };
    const { code } = await session.supervisor.run({
      name: `bench-${name}`,
      command: process.execPath,
      args: kaoji('bench', name, ...rest),
      cwd: CHECKOUT,
      env,
      inherit: true,
    });
    return code ?? 1;
  });
}

/**
 * @param {import('../arguments/bench-options.mjs').BenchOptions['name']} name
 * @param {import('../process/session.mjs').Session} session
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
async function settingOf(name, session, folder) {
  switch (name) {
    case 'engine':
    case 'tally':
      return {};
    case 'survey':
    case 'survey-page':
      // They start one of their own, with commits as durable as in production.
      await findMariadb(session);
      return {};
    case 'console':
      return {
        ...(await flowSetting(session, folder)),
        KAOJI_CHROMIUM: await findChromium(session),
        KAOJI_CONSOLE: await consoleBuild(session, CHECKOUT),
      };
    case 'approvals':
      // Measured on SQLite and on a durable MariaDB of its own.
      await findMariadb(session);
      return flowSetting(session, folder);
    default:
      return flowSetting(session, folder);
  }
}
