import { findChromium } from '../browser/find-chromium.mjs';
import { CHECKOUT } from '../checkout.mjs';
import { consoleBuild } from '../console/console-build.mjs';
import { findMariadb } from '../database/find-mariadb.mjs';
import { runMariadb } from '../database/run-mariadb.mjs';
import { freePort } from '../port/free-port.mjs';
import { privateTemporal } from '../temporal/private-temporal.mjs';

/**
 * What the integration tests meet: a Temporal server, a MariaDB, a browser and the console built, our own unless the user names others.
 * @param {import('../process/session.mjs').Session} session
 * @param {string} folder temporary, for their files
 * @returns {Promise<Record<string, string>>} environment variables that lead to them
 */
export async function startTestServers(session, folder) {
  const databaseUrl = process.env['KAOJI_TEST_DATABASE_URL'] || (await ownMariadb(session, folder));
  const chromium = await findChromium(session);
  const temporalAddress = await privateTemporal(session, folder);
  return {
    KAOJI_TEST_DATABASE_URL: databaseUrl,
    KAOJI_CHROMIUM: chromium,
    KAOJI_CONSOLE: await consoleBuild(session, CHECKOUT),
    TEMPORAL_ADDRESS: temporalAddress,
  };
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {string} folder
 */
async function ownMariadb(session, folder) {
  const programs = await findMariadb(session);
  const port = await freePort();
  return session.progress.step('启动 MariaDB Starting a private MariaDB', () =>
    runMariadb(session, { programs, folder, port }),
  );
}
