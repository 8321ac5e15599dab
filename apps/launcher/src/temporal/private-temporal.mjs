import { join } from 'node:path';

import { freePort } from '../port/free-port.mjs';
import { findTemporal } from './find-temporal.mjs';
import { checkTemporalAddress, runTemporal } from './run-temporal.mjs';

/**
 * A Temporal server for tests and benches: the one of TEMPORAL_ADDRESS, else a private one on a file in a temporary folder.
 * @param {import('../process/session.mjs').Session} session
 * @param {string} folder
 * @returns {Promise<string>} its address
 */
export async function privateTemporal(session, folder) {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await checkTemporalAddress(given, session.signal);
    session.progress.say(`Temporal: TEMPORAL_ADDRESS ${given}`);
    return given;
  }
  const executable = await findTemporal(session);
  const server = {
    port: await freePort(),
    uiPort: null,
    databaseFile: join(folder, 'temporal.sqlite'),
    namespace: 'default',
  };
  return session.progress.step('启动 Temporal Starting Temporal', () =>
    runTemporal(session, { executable, ...server }),
  );
}
