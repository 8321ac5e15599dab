import { readFileSync, rmSync, writeFileSync } from 'node:fs';

import { LauncherFailure } from '../failure.mjs';
import { processIdentity } from './process-identity.mjs';

/**
 * Makes this process the only launcher of the checkout; a lock whose owner died is taken over.
 * @param {string} file
 * @returns {() => void} gives the lock back
 * @throws {LauncherFailure} exit code 2 while another launcher runs
 */
export function takeLauncherLock(file) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const own = { pid: process.pid, identity: processIdentity(process.pid) };
      writeFileSync(file, JSON.stringify(own), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (fault) {
      if (!alreadyThere(fault) || attempt > 0) throw fault;
      const owner = livingOwner(file);
      if (owner !== null) {
        throw new LauncherFailure(
          `本目录已有一个考绩在运行（进程 ${owner}），先停止它 Kaoji already runs from this checkout (process ${owner}); stop it first`,
          { exitCode: 2 },
        );
      }
      rmSync(file, { force: true });
    }
  }
}

/**
 * @param {string} file
 * @returns {number | null}
 */
function livingOwner(file) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && identity !== null && processIdentity(pid) === identity ? pid : null;
  } catch {
    return null;
  }
}

/** @param {unknown} fault */
function alreadyThere(fault) {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'EEXIST';
}
