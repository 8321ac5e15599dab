import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleVerifier } from './bundle-verifier.js';

/** Writes `kaoji-verify.mjs` into the folder; gives its path. The SDK installed beside it (`npm i @temporalio/worker`) lets it replay. */
export async function buildVerifier(folder: string): Promise<string> {
  const { code } = await bundleVerifier();
  mkdirSync(folder, { recursive: true });
  const file = join(resolve(folder), 'kaoji-verify.mjs');
  writeFileSync(file, code, { mode: 0o755 });
  return file;
}
