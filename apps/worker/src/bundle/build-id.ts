import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides how a workflow behaves: a run is replayable under the build that names exactly this. */
const SOURCES = ['workflows/src', 'libs/temporal-contract/src', 'libs/domain/src'];
const LOCK = 'package-lock.json';

/**
 * Names a build: commit and lock file; where the checkout has no commit, or changes that are in none, the hash of
 * the sources stands for the commit. At most 64 characters, as a Temporal build id wants.
 */
export function buildIdOf(checkout: string): string {
  const lock = createHash('sha256')
    .update(readFileSync(join(checkout, LOCK)))
    .digest('hex');
  return `${cleanCommit(checkout) ?? `src-${sourceHash(checkout)}`}-${lock.slice(0, 8)}`;
}

function cleanCommit(checkout: string): string | null {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, {
        cwd: checkout,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    const changed = git('status', '--porcelain', '--', ...SOURCES, LOCK);
    return changed === '' ? git('rev-parse', '--short=12', 'HEAD') : null;
  } catch {
    return null; // no git, or no commit yet
  }
}

function sourceHash(checkout: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const files = readdirSync(join(checkout, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(`${file.slice(checkout.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
