import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildShelf } from '@kaoji/application';
import type { WorkerConfig } from '../worker-config.js';

const CHECKOUT_LOCK = fileURLToPath(new URL('../../../../package-lock.json', import.meta.url));

/** The lock file an earlier build was made with lies beside its bundle. */
export const lockFileBeside = (bundle: string): string => bundle.replace(/\.js$/, '.package-lock.json');

/**
 * The bundles this worker can run: its own, made with the lock file of its checkout, and earlier ones in their folder,
 * each with its lock file beside it.
 */
export function createBuildShelf(
  config: Pick<WorkerConfig, 'KAOJI_WORKFLOW_BUNDLE' | 'KAOJI_BUILD_ID' | 'KAOJI_EARLIER_BUNDLES'>,
): BuildShelf {
  const { KAOJI_BUILD_ID: own, KAOJI_WORKFLOW_BUNDLE: bundle, KAOJI_EARLIER_BUNDLES: earlier } = config;
  const filesOf = (buildId: string): { readonly bundle: string; readonly lockFile: string } => {
    if (buildId === own) {
      const beside = lockFileBeside(bundle);
      return { bundle, lockFile: existsSync(beside) ? beside : CHECKOUT_LOCK };
    }
    const kept = join(earlier ?? dirname(bundle), `${buildId}.js`);
    return { bundle: kept, lockFile: lockFileBeside(kept) };
  };
  return {
    nodeVersion: process.versions.node,
    files: async (buildId) => {
      const files = filesOf(buildId);
      if (!existsSync(files.bundle) || !existsSync(files.lockFile)) return null;
      const [code, lockFile] = await Promise.all([readFile(files.bundle), readFile(files.lockFile)]);
      return { bundle: code, lockFile, sdkVersion: sdkVersion() };
    },
  };
}

function sdkVersion(): string {
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
    version: string;
  };
  return version;
}
