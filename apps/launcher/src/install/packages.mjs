import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { installedMatchesLock } from './lock-match.mjs';

/**
 * Installs the packages of the lock file unless they are there already.
 * @param {import('../process/session.mjs').Session} session
 * @param {string} checkout
 * @returns {Promise<void>}
 */
export async function installPackages({ supervisor, progress }, checkout) {
  const lockText = readFileSync(join(checkout, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  const stamp = join(checkout, 'node_modules', '.kaoji-lock-hash');
  if (read(stamp)?.trim() === hash) return;
  if (isInstalledByHand(checkout, lockText)) {
    writeFileSync(stamp, `${hash}\n`);
    return;
  }
  await progress.step('安装依赖 Installing packages', async () => {
    const npm = process.env['npm_execpath'];
    const [command, first] =
      npm?.endsWith('.js') && existsSync(npm) ? [process.execPath, [npm]] : ['npm', []];
    await supervisor.succeed({
      name: 'npm-install',
      command,
      // Not `npm ci`: a lock written behind a mirror without other platforms' optional packages is one it refuses.
      // The versions are the lock's all the same, and it is not rewritten. The lint, test and type tools are part
      // of a checkout, whatever NODE_ENV says.
      args: [...first, 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
      cwd: checkout,
      env: process.env,
    });
  });
  writeFileSync(stamp, `${hash}\n`);
}

/**
 * Someone who ran `npm install` needs no second one.
 * @param {string} checkout
 * @param {string} lockText
 */
function isInstalledByHand(checkout, lockText) {
  const installed = read(join(checkout, 'node_modules', '.package-lock.json'));
  return installed !== null && installedMatchesLock(JSON.parse(lockText), JSON.parse(installed));
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
