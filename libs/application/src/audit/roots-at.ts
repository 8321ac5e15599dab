import { leafHash, nodeHash, type MerkleHash } from '@kaoji/domain';

type Subtree = { readonly hash: Uint8Array; readonly size: number };

/**
 * The roots of a growing log at each of these sizes, in one pass: every leaf is hashed once, however many heads are
 * checked. A size beyond the leaves has no root here.
 */
export function rootsAt(
  leaves: Iterable<Uint8Array>,
  sizes: ReadonlySet<number>,
  hash: MerkleHash,
): ReadonlyMap<number, Uint8Array> {
  const roots = new Map<number, Uint8Array>();
  if (sizes.has(0)) roots.set(0, hash(new Uint8Array(0)));
  const subtrees: Subtree[] = []; // whole ones, each smaller than the one before
  let size = 0;
  for (const leaf of leaves) {
    let grown: Subtree = { hash: leafHash(leaf, hash), size: 1 };
    while (subtrees.at(-1)?.size === grown.size) grown = joined(subtrees.pop() ?? grown, grown, hash);
    subtrees.push(grown);
    size += 1;
    if (sizes.has(size)) {
      roots.set(size, subtrees.reduceRight((right, left) => joined(left, right, hash)).hash);
    }
  }
  return roots;
}

function joined(left: Subtree, right: Subtree, hash: MerkleHash): Subtree {
  return { hash: nodeHash(left.hash, right.hash, hash), size: left.size + right.size };
}
