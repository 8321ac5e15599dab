import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the console is made from. */
const SOURCES = [
  'apps/console',
  'libs/domain/src',
  'libs/http-contract/src',
  'docs/problems',
  'package-lock.json',
];
/** A service that is still running may be asked for a part of the build it started with. */
const KEPT_BUILDS = 3;

/**
 * The folder the service gives the console out of: built when something it is made from has changed, else the one
 * that is there. It lies beside the packages, so that `--fresh` does not cost a build.
 * @param {import('../process/session.mjs').Session} session
 * @param {string} checkout
 * @returns {Promise<string>}
 */
export async function consoleBuild({ supervisor, progress }, checkout) {
  const builds = join(checkout, 'node_modules', '.cache', 'kaoji-console');
  const folder = join(builds, fingerprint(checkout));
  if (existsSync(join(folder, 'index.html'))) return folder;
  return progress.step('构建网页 Building the console', async () => {
    mkdirSync(builds, { recursive: true });
    const unnamed = join(builds, `new.${process.pid}`);
    await supervisor.succeed({
      name: 'console-build',
      command: process.execPath,
      args: [join(checkout, 'apps/console/build/build.mjs'), '--out', unnamed],
      cwd: checkout,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    keepAs(unnamed, folder);
    removeOldest(builds);
    return folder;
  });
}

/**
 * Renamed into place: whoever finds the folder finds it whole. Somebody else may have been as quick.
 * @param {string} unnamed
 * @param {string} folder
 */
function keepAs(unnamed, folder) {
  try {
    renameSync(unnamed, folder);
  } catch (fault) {
    if (!existsSync(join(folder, 'index.html'))) throw fault;
    rmSync(unnamed, { recursive: true, force: true });
  }
}

/** @param {string} builds */
function removeOldest(builds) {
  const byAge = readdirSync(builds)
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .map((name) => ({ path: join(builds, name), at: statSync(join(builds, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of byAge.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}

/**
 * @param {string} checkout
 * @returns {string}
 */
function fingerprint(checkout) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(checkout, source)) {
      hash.update(`\0${file}\0`).update(readFileSync(join(checkout, file)));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} checkout
 * @param {string} path
 * @returns {string[]} sorted, relative to the checkout; tests and texts about the code are no part of a build
 */
function filesUnder(checkout, path) {
  const full = join(checkout, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter(({ name }) => !/^(node_modules|test|testing|README\.md)$|\.spec\.ts$/.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(checkout, join(path, entry.name)) : [join(path, entry.name)],
    )
    .sort();
}
