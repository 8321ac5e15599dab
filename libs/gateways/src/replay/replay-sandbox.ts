import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HOUSE = new URL('../../../../', import.meta.url);
const MEMORY_MB = 512;

/** The command and flags under which code of a bundle runs: as little of this machine as it offers to take away. */
export type ReplaySandbox = { readonly execPath: string; readonly execArgv: readonly string[] };

/**
 * Node's permission model where it exists: files of the house to read, none to write, no processes. Linux' own network
 * namespace where it can be had: no network at all. A bundle of an audit may come from anybody.
 */
export function replaySandbox(): ReplaySandbox {
  const flags = [
    '--no-warnings',
    `--max-old-space-size=${MEMORY_MB}`,
    ...permissionFlags(),
    ...['--import', new URL('from-source.mjs', HOUSE).href],
  ];
  if (!hasNamespaces()) return { execPath: process.execPath, execArgv: flags };
  return { execPath: 'unshare', execArgv: ['-rn', '--', process.execPath, ...flags] };
}

/** Stable from Node 22.13, an experiment in 20. Sources are compiled in a thread, and the SDK's engine is native. */
function permissionFlags(): readonly string[] {
  const known = process.allowedNodeEnvironmentFlags;
  const flag = ['--permission', '--experimental-permission'].find((name) => known.has(name));
  if (flag === undefined) return [];
  return [flag, `--allow-fs-read=${fileURLToPath(HOUSE)}*`, '--allow-worker', '--allow-addons'];
}

function hasNamespaces(): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('unshare', ['-rn', '--', 'true'], { stdio: 'ignore', timeout: 5000 }).status === 0;
}
