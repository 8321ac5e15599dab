import { closeSync, openSync } from 'node:fs';
import { Refusal, type BundleManifest } from '@kaoji/domain';
import { checkBundleFile } from '../container/check-bundle-file.js';
import { fileSource } from '../container/byte-source.js';
import { BUNDLE_HASHES } from '../container/bundle-hashes.js';
import { openContainer } from '../container/open-container.js';

/** A stored row of a bundle: its opaque id and its columns as the database had them. */
export type BundleRow = { readonly ref: string; readonly value: Readonly<Record<string, unknown>> };
export type BundleFile = {
  readonly manifest: BundleManifest;
  readonly rows: readonly BundleRow[];
  readonly read: (entry: string) => Uint8Array;
};

/**
 * Runs `use` with an audit bundle whose container, hashes and inclusions hold; signatures and numbers are the verifier's
 * matter. Refuses `BUNDLE_MISSING`, `BUNDLE_DAMAGED`.
 */
export async function withBundleFile<T>(path: string, use: (file: BundleFile) => Promise<T>): Promise<T> {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    throw new Refusal('BUNDLE_MISSING', `There is no audit bundle at ${path}.`);
  }
  try {
    const source = fileSource(descriptor);
    const { manifest, findings } = checkBundleFile(source, BUNDLE_HASHES);
    const [worst] = findings;
    if (manifest === null || worst !== undefined) {
      throw new Refusal(
        'BUNDLE_DAMAGED',
        `${path}: ${worst?.en ?? 'it has no manifest'}. kaoji audit verify says it all.`,
        { findings: findings.length },
      );
    }
    const { read } = openContainer(source);
    return await use({ manifest, rows: rowsOf(manifest, read), read });
  } finally {
    closeSync(descriptor);
  }
}

/** Every line of the bundle that holds a stored row. */
function rowsOf(manifest: BundleManifest, read: BundleFile['read']): readonly BundleRow[] {
  return manifest.entries
    .filter(({ form, kind }) => form === 'lines' && kind !== 'log' && kind !== 'inclusion')
    .flatMap(({ name }) =>
      new TextDecoder()
        .decode(read(name))
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => {
          const { ref, value } = JSON.parse(line) as { ref?: unknown; value?: unknown };
          return typeof ref === 'string' && typeof value === 'object' && value !== null
            ? [{ ref, value: value as BundleRow['value'] }]
            : [];
        }),
    );
}
