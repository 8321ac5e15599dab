import { LauncherFailure } from '../failure.mjs';
import { canInstallDebianPackages, installDebianPackages } from '../install/debian.mjs';
import { findExecutable } from '../process/find-executable.mjs';

/** @typedef {{ server: string, install: string }} MariadbPrograms */

const FURTHER_FOLDERS = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
  '/usr/local/bin',
  '/opt/homebrew/bin',
];

/**
 * MariaDB's programs on this machine; on Debian as root they are installed when missing.
 * @param {import('../process/session.mjs').Session} session
 * @returns {Promise<MariadbPrograms>}
 * @throws {LauncherFailure} one line on how to get it
 */
export async function findMariadb(session) {
  const present = programs();
  if (present !== null) return present;
  if (canInstallDebianPackages()) {
    await installDebianPackages(session, '安装 MariaDB Installing mariadb-server with apt-get', [
      'mariadb-server',
    ]);
    const installed = programs();
    if (installed !== null) return installed;
  }
  throw new LauncherFailure(
    '没有 MariaDB：装 mariadb-server，或设 KAOJI_TEST_DATABASE_URL=mariadb://… No MariaDB: install mariadb-server (apt, dnf, brew) or set KAOJI_TEST_DATABASE_URL',
  );
}

/** @returns {MariadbPrograms | null} */
function programs() {
  const where = { path: process.env['PATH'], further: FURTHER_FOLDERS };
  const server = findExecutable(['mariadbd'], where);
  const install = findExecutable(['mariadb-install-db', 'mysql_install_db'], where);
  return server === null || install === null ? null : { server, install };
}
