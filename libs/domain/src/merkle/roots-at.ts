import { leafHash, merkleRoot, nodeHash, type MerkleHash } from './merkle-tree.js';

/**
 * The roots a log had at these sizes (RFC 6962), in one walk over its leaves: the left edge of whole subtrees is
 * kept, a logarithm of them, and folded together where a root is wanted. Sizes beyond the leaves are left out.
 */
export function rootsAt(
  leaves: Iterable<Uint8Array>,
  sizes: Iterable<number>,
  hash: MerkleHash,
): ReadonlyMap<number, Uint8Array> {
  const wanted = new Set(sizes);
  const roots = new Map<number, Uint8Array>();
  if (wanted.has(0)) roots.set(0, merkleRoot([], hash));
  const edge: Uint8Array[] = []; // whole subtrees, the largest first
  let at = 0;
  for (const leaf of leaves) {
    let node = leafHash(leaf, hash);
    // As many subtrees close as the size so far ends in ones.
    for (let rest = at; rest % 2 === 1; rest = (rest - 1) / 2)
      node = nodeHash(edge.pop() ?? node, node, hash);
    edge.push(node);
    at += 1;
    if (wanted.has(at)) {
      roots.set(
        at,
        edge.reduceRight((right, left) => nodeHash(left, right, hash)),
      );
    }
  }
  return roots;
}
