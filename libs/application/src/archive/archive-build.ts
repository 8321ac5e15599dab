import type { ArchivedBuild } from '../ports/archived-runs.js';
import type { Suite } from '../ports/suite.js';
import type { ArchiveDeps } from './archive-deps.js';
import { hashTextOf, keepObject } from './archive-object.js';
import { buildRecipe } from './build-recipe.js';

/**
 * A build in the archive, hashed by the suite: bundle, lock file and recipe; put there now where it is not yet. Null
 * while its files are not at hand.
 */
export async function archiveBuild(
  deps: Pick<ArchiveDeps, 'transactions' | 'clock' | 'archive' | 'builds' | 'alarm'>,
  suite: Suite,
  buildId: string,
): Promise<ArchivedBuild | null> {
  const earlier = await deps.transactions.read(async ({ archivedRuns }) => archivedRuns.builds([buildId]));
  const kept = earlier.find((build) => build.suite === suite.id);
  if (kept !== undefined) return kept;
  const files = await deps.builds.files(buildId);
  if (files === null) return null;
  const recipe = buildRecipe({
    ...{ buildId, nodeVersion: deps.builds.nodeVersion, sdkVersion: files.sdkVersion },
    bundleHash: hashTextOf(suite, files.bundle),
    lockFileHash: hashTextOf(suite, files.lockFile),
  });
  const build: ArchivedBuild = {
    buildId,
    suite: suite.id,
    bundle: await keepObject(deps, suite, files.bundle),
    lockFile: await keepObject(deps, suite, files.lockFile),
    recipe: await keepObject(deps, suite, Buffer.from(recipe, 'utf8')),
    archivedAt: deps.clock.now(),
  };
  await deps.transactions.run(async ({ archivedRuns }) => archivedRuns.insertBuild(build));
  return build;
}
