import type { BundleReader } from '../bundle-reader.js';
import { finding, type AuditFinding, type AuditPlace } from '../finding.js';
import { ENTRY_KINDS, PLAIN_LEAVES } from '../manifest/entry-kinds.js';
import type { BundleEntry, BundleManifest } from '../manifest/manifest.js';
import { hashNameOf, hashText, type Hashes, type HashName } from '../manifest/suite-hash.js';
import { itemLines } from './item-lines.js';
import type { KnownLeaves } from './known-leaves.js';

import { readOrFind } from './read-manifest.js';

/** Something a leaf vouches for: the bytes its hash is over, and where they are. */
type Item = { readonly where: AuditPlace; readonly leaf?: number | undefined; readonly ref?: string } & (
  { readonly bytes: Uint8Array; readonly listed?: string } | { readonly hash: string }
);

function linesOf(entry: BundleEntry, bytes: Uint8Array): readonly (Item | AuditFinding)[] {
  return itemLines(bytes).map((line, at) => {
    const where = { entry: entry.name, line: at + 1 };
    if (line === null) return finding('ITEM_UNREADABLE', where);
    return { where, leaf: line.leaf, ref: line.ref, bytes: line.value };
  });
}

function itemsOf(reader: BundleReader, entry: BundleEntry): readonly (Item | AuditFinding)[] {
  const bytes = reader.names.includes(entry.name) ? readOrFind(reader, entry.name) : null;
  if (!(bytes instanceof Uint8Array)) return []; // said by the check of entries
  if (entry.form === 'lines') return linesOf(entry, bytes);
  return [{ where: { entry: entry.name }, leaf: entry.leaf, bytes, listed: entry.hash }];
}

/**
 * Every item is one leaf's, of its kind, id and hash (an item line is hashed as the canonical JSON of its value, with
 * the hash its leaf names), in the order of the log, and every leaf the bundle tells of has its item, or is said to be
 * absent with the same hash.
 * Leaves that say all by themselves need none. A bundle of one appraisal tells only of the leaves it chose to.
 */
export function checkItems(
  { reader, manifest, hashes }: { reader: BundleReader; manifest: BundleManifest; hashes: Hashes },
  leaves: KnownLeaves,
): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  const taken = new Set<number>();
  const hashOf = (item: Item, name: HashName): string => {
    if ('hash' in item) return item.hash;
    // The check of entries holds the bytes of a file against the listed hash: once is enough.
    const { listed } = item;
    return listed !== undefined && hashNameOf(listed) === name ? listed : hashText(hashes, name, item.bytes);
  };
  const place = (item: Item, kind: string | null): void => {
    if (item.leaf === undefined) {
      found.push(finding('ITEM_NOT_IN_LOG', item.where));
      return;
    }
    const where = { ...item.where, leaf: item.leaf };
    const leaf = leaves.get(item.leaf);
    if (leaf === undefined) {
      found.push(finding('LEAF_MISSING', where));
      return;
    }
    if (taken.has(item.leaf)) found.push(finding('LEAF_TWICE', where));
    taken.add(item.leaf);
    if (kind !== null && leaf.kind !== kind)
      found.push(finding('LEAF_KIND', where, `${kind} ≠ ${leaf.kind}`));
    if (item.ref !== undefined && item.ref !== leaf.ref) found.push(finding('LEAF_REF', where, item.ref));
    const hash = hashOf(item, hashNameOf(leaf.hash));
    if (hash !== leaf.hash) found.push(finding('LEAF_HASH', where, `${hash} ≠ ${leaf.hash}`));
  };
  for (const entry of manifest.entries) {
    const kind = ENTRY_KINDS[entry.kind];
    if (kind === null) {
      if (entry.leaf !== undefined) found.push(finding('LEAF_KIND', { entry: entry.name, leaf: entry.leaf }));
      continue;
    }
    // An entry that is missing or damaged has been named; its leaf is not missing one more time.
    if (entry.form === 'file' && entry.leaf !== undefined && itemsOf(reader, entry).length === 0) {
      taken.add(entry.leaf);
    }
    let before = -1;
    for (const item of itemsOf(reader, entry)) {
      if ('code' in item) {
        found.push(item);
        continue;
      }
      place(item, kind);
      const { leaf = before } = item;
      if (leaf < before) found.push(finding('ITEM_ORDER', item.where));
      before = leaf;
    }
  }
  for (const { leaf, hash } of manifest.absent) place({ where: {}, leaf, hash }, null);
  for (const [at, { kind, ref }] of leaves) {
    if (!taken.has(at) && !PLAIN_LEAVES.includes(kind)) {
      found.push(finding('LEAF_WITHOUT_ITEM', { leaf: at }, `${kind} ${ref}`));
    }
  }
  return found;
}
