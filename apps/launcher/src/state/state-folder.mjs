import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} StateFolder
 * @property {string} root
 * @property {string} logs
 * @property {string} database
 * @property {string} temporal
 * @property {string} keys
 * @property {string} witness signed heads of logs
 * @property {string} archive histories and builds
 * @property {string} accounts
 * @property {string} bundles
 * @property {string} bundleRecord
 * @property {string} rehearsal
 * @property {string} auditBundle of the last rehearsal
 * @property {string} lock
 * @property {string} environment
 * @property {string} processes
 */

/**
 * Where everything the launcher keeps between two starts lives.
 * @param {string} checkout
 * @param {string} [databaseUrl] the user's own database, where the embedded one is not used
 * @returns {StateFolder}
 */
export function stateFolder(checkout, databaseUrl = '') {
  const root = join(checkout, '.kaoji');
  // Each database has demo accounts of its own; its address may hold a password and is not written down.
  const own =
    databaseUrl === '' ? '' : `-${createHash('sha256').update(databaseUrl).digest('hex').slice(0, 8)}`;
  return {
    root,
    logs: join(root, 'logs'),
    database: join(root, 'kaoji.sqlite'),
    temporal: join(root, 'temporal.sqlite'),
    keys: join(root, 'keys.json'),
    witness: join(root, 'witness'),
    archive: join(root, 'archive'),
    accounts: join(root, `demo-accounts${own}.json`),
    bundles: join(root, 'bundles'),
    bundleRecord: join(root, 'workflow-bundle.json'),
    rehearsal: join(root, 'rehearsal.json'),
    auditBundle: join(root, 'audit-bundle.zip'),
    lock: join(root, 'launcher.pid'),
    environment: join(root, 'environment'),
    processes: join(root, 'processes.json'),
  };
}

/** @param {StateFolder} folder */
export function openStateFolder(folder) {
  mkdirSync(folder.root, { recursive: true, mode: 0o700 });
  mkdirSync(folder.logs, { recursive: true });
}

/**
 * Deletes everything but the lock its owner holds.
 * @param {StateFolder} folder
 */
export function emptyStateFolder(folder) {
  if (!existsSync(folder.root)) return;
  for (const name of readdirSync(folder.root)) {
    const path = join(folder.root, name);
    if (path !== folder.lock) rmSync(path, { recursive: true, force: true });
  }
  openStateFolder(folder);
}
