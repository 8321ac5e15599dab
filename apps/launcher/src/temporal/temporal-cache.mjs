import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { TEMPORAL_CLI } from './temporal-version.mjs';

/**
 * The user's own copy of the Temporal CLI, shared by all checkouts.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cachedTemporal(env) {
  return join(cacheFolder(env), 'temporal');
}

/**
 * Lets `fetch` put an executable into a folder of its own and moves it into the cache in one step, so a half-made one is never found.
 * @param {NodeJS.ProcessEnv} env
 * @param {(folder: string) => Promise<string>} fetch gives the path of the executable inside the folder
 * @returns {Promise<string>} its place in the cache
 */
export async function intoTemporalCache(env, fetch) {
  mkdirSync(cacheFolder(env), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(env), 'getting-'));
  try {
    const executable = await fetch(folder);
    chmodSync(executable, 0o755);
    renameSync(executable, cachedTemporal(env));
    return cachedTemporal(env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ProcessEnv} env */
function cacheFolder(env) {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'kaoji', 'temporal', TEMPORAL_CLI);
}
