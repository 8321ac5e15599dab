import type { BundleReader } from '../bundle-reader.js';
import { byImportance, type AuditFinding } from '../finding.js';
import type { BundleManifest } from '../manifest/manifest.js';
import { HASH_OF_SUITE, hashText, type Hashes } from '../manifest/suite-hash.js';
import { leftOpen, type NotChecked } from '../not-checked.js';
import { checkEntries } from './check-entries.js';
import { checkItems } from './check-items.js';
import { checkLog } from './check-log.js';
import { checkReferences } from './check-references.js';
import { readManifest } from './read-manifest.js';

/** What bytes and hashes alone say about a bundle. */
export type BundleCheck = {
  readonly manifest: BundleManifest | null; // null: nothing could be checked
  /** The hash of the manifest, which names the bundle: whoever has it can tell this bundle from any other. */
  readonly bundleHash: string | null;
  readonly findings: readonly AuditFinding[]; // the most important first
  readonly notChecked: readonly NotChecked[];
};

/**
 * Checks a bundle as far as bytes and a hash go, and goes on after a finding: the manifest has its form, what it
 * lists is there unchanged and nothing else is, the log gives its roots, and every item is the one its leaf names.
 */
export function checkBundle(reader: BundleReader, hashes: Hashes): BundleCheck {
  const read = readManifest(reader);
  if (!('manifest' in read)) return { manifest: null, bundleHash: null, findings: read, notChecked: [] };
  const { manifest, bytes } = read;
  const bundle = { reader, manifest, hashes };
  const log = checkLog(bundle);
  return {
    manifest,
    bundleHash: hashText(hashes, HASH_OF_SUITE[manifest.suite], bytes),
    findings: byImportance([
      ...checkReferences(manifest),
      ...checkEntries(reader, manifest, hashes),
      ...log.findings,
      ...(log.leaves === null ? [] : checkItems(bundle, log.leaves)),
    ]),
    notChecked: leftOpen(manifest),
  };
}
