import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { LauncherFailure } from '../failure.mjs';
import { findExecutable, isExecutable } from '../process/find-executable.mjs';
import { buildTemporal, downloadTemporal } from './get-temporal.mjs';
import { cachedTemporal } from './temporal-cache.mjs';
import { isServerNewEnough, TEMPORAL_CLI } from './temporal-version.mjs';

/**
 * An executable that can run a Temporal server, from the first source that has one; says which.
 * @param {import('../process/session.mjs').Session} session
 * @returns {Promise<string>}
 */
export async function findTemporal(session) {
  const { progress } = session;
  const onPath = findExecutable(['temporal'], { path: process.env['PATH'] });
  if (onPath !== null) {
    const version = await versionLine(onPath);
    if (isServerNewEnough(version)) return chosen(session, 'PATH', onPath);
    progress.say(`PATH 上的 temporal 太旧，不用 The temporal on PATH is too old and left aside: ${version}`);
  }

  const cached = cachedTemporal(process.env);
  if (isExecutable(cached)) return chosen(session, '缓存 cache', cached);

  const downloaded = await downloadTemporal(session);
  if (downloaded !== null) return chosen(session, '下载 download', downloaded);

  const built = await buildTemporal(session);
  if (built !== null) return chosen(session, '编译 built with Go', built);

  throw new LauncherFailure(
    `没有 Temporal：安装 temporal ${TEMPORAL_CLI} 到 PATH，或装 Go，或设 TEMPORAL_ADDRESS No Temporal server: put temporal ${TEMPORAL_CLI} on PATH, install Go, or set TEMPORAL_ADDRESS`,
  );
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {string} source
 * @param {string} executable
 */
function chosen({ progress }, source, executable) {
  progress.say(`Temporal 来自 Temporal from ${source}: ${executable}`);
  return executable;
}

/** @param {string} executable */
async function versionLine(executable) {
  try {
    const { stdout } = await promisify(execFile)(executable, ['--version'], { timeout: 10_000 });
    return stdout.trim();
  } catch (fault) {
    return String(fault instanceof Error ? fault.message : fault).split('\n')[0] ?? '';
  }
}
