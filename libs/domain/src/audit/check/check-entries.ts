import type { BundleReader } from '../bundle-reader.js';
import { finding, type AuditFinding } from '../finding.js';
import { MANIFEST_NAME, type BundleEntry, type BundleManifest } from '../manifest/manifest.js';
import { HASH_OF_SUITE, hashText, type Hashes } from '../manifest/suite-hash.js';
import { readOrFind } from './read-manifest.js';

function checkEntry(
  reader: BundleReader,
  { name, size, hash }: BundleEntry,
  hashOf: (bytes: Uint8Array) => string,
): AuditFinding | null {
  const where = { entry: name };
  const bytes = readOrFind(reader, name);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (bytes.length !== size) return finding('ENTRY_SIZE', where, `${bytes.length} ≠ ${size}`);
  const found = hashOf(bytes);
  return found === hash ? null : finding('ENTRY_HASH', where, `${found} ≠ ${hash}`);
}

/** Every listed entry is there with its size and the hash of the manifest's suite, and nothing else is. */
export function checkEntries(
  reader: BundleReader,
  manifest: BundleManifest,
  hashes: Hashes,
): readonly AuditFinding[] {
  const present = new Set(reader.names);
  const listed = new Set([MANIFEST_NAME, ...manifest.entries.map(({ name }) => name)]);
  const hashOf = (bytes: Uint8Array) => hashText(hashes, HASH_OF_SUITE[manifest.suite], bytes);
  const faults = manifest.entries.map((entry) =>
    present.has(entry.name)
      ? checkEntry(reader, entry, hashOf)
      : finding('ENTRY_MISSING', { entry: entry.name }),
  );
  return [
    ...faults.filter((fault) => fault !== null),
    ...reader.names
      .filter((name) => !listed.has(name))
      .map((name) => finding('ENTRY_UNLISTED', { entry: name })),
  ];
}
