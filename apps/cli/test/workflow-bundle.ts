import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the workflow bundle into a file, as the launcher does. */
export async function buildBundleFile(file: string): Promise<void> {
  const args = ['--import', './from-source.mjs', 'apps/worker/src/bundle.ts', '--out', file];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
}
