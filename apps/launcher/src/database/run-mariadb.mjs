import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';

import { LauncherFailure } from '../failure.mjs';
import { waitForPort } from '../port/wait-for-port.mjs';

const READY_LIMIT_MS = 60_000;

/**
 * Starts a MariaDB of our own: data, socket and account live in a temporary folder and die with it.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ programs: import('./find-mariadb.mjs').MariadbPrograms, folder: string, port: number }} instance
 * @returns {Promise<string>} its address, as KAOJI_TEST_DATABASE_URL wants it
 */
export async function runMariadb({ supervisor, signal }, { programs, folder, port }) {
  const datadir = join(folder, 'mariadb');
  const initFile = join(folder, 'mariadb-init.sql');
  const password = randomBytes(18).toString('hex');
  mkdirSync(datadir, { mode: 0o700 });
  writeFileSync(initFile, initialStatements(password), { mode: 0o600 });

  const common = { cwd: folder, env: process.env };
  // Told to be someone else it would need that person to own the folder.
  const user = `--user=${userInfo().username}`;
  await supervisor.succeed({
    ...common,
    name: 'mariadb-install',
    command: programs.install,
    args: ['--no-defaults', `--datadir=${datadir}`, '--skip-test-db', user],
  });
  supervisor.start({
    ...common,
    name: 'mariadb',
    command: programs.server,
    args: [...serverArguments(datadir, initFile, port), user],
  });

  const ready = await waitForPort({
    host: '127.0.0.1',
    port,
    limitMs: READY_LIMIT_MS,
    greeting: true,
    signal,
  });
  if (!ready)
    throw new LauncherFailure(`MariaDB 未在 ${READY_LIMIT_MS / 1_000} 秒内就绪 was not ready in time`);
  return `mariadb://kaoji:${password}@127.0.0.1:${port}/kaoji_test`;
}

/** @param {string} password */
function initialStatements(password) {
  return [
    `CREATE DATABASE IF NOT EXISTS kaoji_test CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    `CREATE USER IF NOT EXISTS 'kaoji'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'kaoji'@'127.0.0.1' WITH GRANT OPTION;`,
    '',
  ].join('\n');
}

/**
 * The binary log is on, as on the servers this runs against; only the waits for the disk are left out.
 * @param {string} datadir
 * @param {string} initFile
 * @param {number} port
 */
function serverArguments(datadir, initFile, port) {
  return [
    '--no-defaults',
    `--datadir=${datadir}`,
    `--socket=${join(datadir, 'mariadb.sock')}`,
    `--pid-file=${join(datadir, 'mariadb.pid')}`,
    `--init-file=${initFile}`,
    '--skip-networking=0',
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    // A fresh database per test file: without these each migration waits seconds for the disk.
    '--innodb-flush-method=nosync',
    '--innodb-doublewrite=0',
    '--performance-schema=0',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--server-id=1',
    '--log-bin=binlog',
    '--sync-binlog=0',
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-buffer-pool-size=128M',
    '--max-connections=300',
    '--log-warnings=1',
  ];
}
