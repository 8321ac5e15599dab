import { existsSync, rmSync, writeFileSync } from 'node:fs';

import { findExecutable } from '../process/find-executable.mjs';

/** Debian asks this file whether a freshly installed package may start its service; 101 means no. */
const POLICY_FILE = '/usr/sbin/policy-rc.d';

/** @returns {boolean} whether this is Debian (or a child of it) and we may install packages */
export function canInstallDebianPackages() {
  return process.getuid?.() === 0 && findExecutable(['apt-get'], { path: process.env['PATH'] }) !== null;
}

/**
 * Installs distribution packages without letting them start a service.
 * @param {import('../process/session.mjs').Session} session
 * @param {string} label what the person reads while it lasts
 * @param {readonly string[]} packages
 * @returns {Promise<void>}
 */
export async function installDebianPackages(session, label, packages) {
  const ownPolicy = !existsSync(POLICY_FILE);
  const removePolicy = () => {
    if (ownPolicy) rmSync(POLICY_FILE, { force: true });
  };
  if (ownPolicy) writeFileSync(POLICY_FILE, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  session.afterStop(removePolicy);
  try {
    await session.progress.step(label, async () => {
      await apt(session, ['update']);
      await apt(session, ['install', '-y', '--no-install-recommends', ...packages]);
    });
  } finally {
    removePolicy();
  }
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {readonly string[]} args
 */
function apt({ supervisor }, args) {
  return supervisor.succeed({
    name: `apt-get-${args[0]}`,
    command: 'apt-get',
    args: ['-o', 'DPkg::Lock::Timeout=120', ...args],
    cwd: '/',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
