import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { CHECKOUT, fromSource } from '../checkout.mjs';
import { LauncherFailure } from '../failure.mjs';
import { lastJsonLine } from './json-lines.mjs';

/** @typedef {{ bundle: string, buildId: string }} WorkflowBundle */

/** Everything the bundle and its build id are made from. */
const SOURCES = [
  'workflows',
  'libs/domain/src',
  'libs/temporal-contract',
  'apps/worker/src',
  'package-lock.json',
];

/**
 * Builds the workflow bundle, or gives the earlier one while nothing it is made from has changed. Bundles stay in
 * their folder under the name of their build: flows under way are pinned to the build they started with.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ bundles: string, bundleRecord: string }} files
 * @returns {Promise<WorkflowBundle>}
 */
export async function workflowBundle({ supervisor, progress }, { bundles, bundleRecord }) {
  const fingerprint = sourceFingerprint(CHECKOUT);
  const earlier = readRecord(bundleRecord);
  if (earlier?.fingerprint === fingerprint && existsSync(earlier.bundle)) {
    keepLockFile(earlier.bundle);
    return earlier;
  }
  return progress.step('打包工作流 Building the workflow bundle', async () => {
    /** @type {string[]} */
    const printed = [];
    mkdirSync(bundles, { recursive: true });
    const unnamed = join(bundles, 'bundle.new');
    await supervisor.succeed({
      name: 'bundle',
      command: process.execPath,
      args: fromSource('apps/worker/src/bundle.ts', '--out', unnamed),
      cwd: CHECKOUT,
      env: process.env,
      onLine: (line, stream) => {
        if (stream === 'stdout') printed.push(line);
      },
    });
    const made = lastJsonLine(printed);
    if (typeof made?.['buildId'] !== 'string') {
      throw new LauncherFailure('打包没有给出结果 The bundle step named no build id');
    }
    const record = { bundle: join(bundles, `${made['buildId']}.js`), buildId: made['buildId'], fingerprint };
    keepLockFile(record.bundle);
    renameSync(unnamed, record.bundle);
    writeFileSync(bundleRecord, JSON.stringify(record));
    return record;
  });
}

/**
 * The packages a build runs with: whoever archives the build once it is an earlier one finds its lock file beside it.
 * @param {string} bundle
 */
function keepLockFile(bundle) {
  const lock = join(CHECKOUT, 'package-lock.json');
  const kept = bundle.replace(/\.js$/, '.package-lock.json');
  if (existsSync(lock) && !existsSync(kept)) copyFileSync(lock, kept);
}

/**
 * @param {string} file
 * @returns {(WorkflowBundle & { fingerprint: string }) | null}
 */
function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * The build id names the commit, so a new commit makes a new one even with the same sources.
 * @param {string} checkout
 */
function sourceFingerprint(checkout) {
  const hash = createHash('sha256');
  hash.update(currentCommit(checkout));
  for (const source of SOURCES) {
    for (const file of filesUnder(checkout, source))
      hash.update(`\0${file}\0`).update(readFileSync(join(checkout, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} checkout
 * @param {string} path
 * @returns {string[]} sorted, relative to the checkout
 */
function filesUnder(checkout, path) {
  const full = join(checkout, path);
  if (!existsSync(full)) return [];
  if (path.endsWith('.json')) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(checkout, join(path, entry.name)) : [join(path, entry.name)],
    )
    .sort();
}

/** @param {string} checkout */
function currentCommit(checkout) {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: checkout,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
