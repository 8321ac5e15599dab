import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import type { BundleReader } from '../bundle-reader.js';
import { readCanonicalLines } from '../canonical-bytes.js';
import { finding, type AuditFinding, type AuditPlace } from '../finding.js';
import { ENTRY_KINDS, PLAIN_LEAVES } from '../manifest/entry-kinds.js';
import type { BundleEntry, BundleManifest } from '../manifest/manifest.js';
import { hashNameOf, hashText, type Hashes } from '../manifest/suite-hash.js';
import type { KnownLeaves } from './known-leaves.js';
import { itemLineSchema } from './log-lines.js';
import { readOrFind } from './read-manifest.js';

/** Something a leaf vouches for: the bytes its hash is over, and where they are. */
type Item = { readonly where: AuditPlace; readonly leaf?: number | undefined; readonly ref?: string } & (
  { readonly bytes: Uint8Array } | { readonly hash: string }
);

function linesOf(entry: BundleEntry, bytes: Uint8Array): readonly (Item | AuditFinding)[] {
  return readCanonicalLines(bytes).map((line, at) => {
    const where = { entry: entry.name, line: at + 1 };
    const read = itemLineSchema.safeParse(line?.value);
    if (!read.success) return finding('ITEM_UNREADABLE', where);
    const { leaf, ref, value } = read.data;
    return { where, leaf, ref, bytes: utf8ToBytes(canonicalJson(value)) };
  });
}

function itemsOf(reader: BundleReader, entry: BundleEntry): readonly (Item | AuditFinding)[] {
  const bytes = reader.names.includes(entry.name) ? readOrFind(reader, entry.name) : null;
  if (!(bytes instanceof Uint8Array)) return []; // said by the check of entries
  if (entry.form === 'lines') return linesOf(entry, bytes);
  return [{ where: { entry: entry.name }, leaf: entry.leaf, bytes }];
}

/**
 * Every item is one leaf's, of its kind, id and hash (an item line is hashed as the canonical JSON of its value, with
 * the hash its leaf names), and every leaf the bundle tells of has its item, or is said to be absent with the same hash.
 * Leaves that say all by themselves need none. A bundle of one appraisal tells only of the leaves it chose to.
 */
export function checkItems(
  { reader, manifest, hashes }: { reader: BundleReader; manifest: BundleManifest; hashes: Hashes },
  leaves: KnownLeaves,
): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  const taken = new Set<number>();
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
    const hash = 'hash' in item ? item.hash : hashText(hashes, hashNameOf(leaf.hash), item.bytes);
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
    for (const item of itemsOf(reader, entry)) {
      if ('code' in item) found.push(item);
      else place(item, kind);
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
