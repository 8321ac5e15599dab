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
  return runSession({ progress, logFolder: null }, async (session) => {
    await installPackages(session, CHECKOUT);
    await findMariadb(session);
    const { code } = await session.supervisor.run({
      name: `stress-${name}`,
      command: process.execPath,
      args: kaoji('stress', name, ...rest),
      cwd: CHECKOUT,
      env: process.env,
      inherit: true,
    });
    return code ?? 1;
  });
}
