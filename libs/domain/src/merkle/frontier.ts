import { sha256 } from '@noble/hashes/sha2.js';
import { leafHash, nodeHash, type MerkleHash } from './merkle-tree.js';

/**
 * The right edge of a growing tree: the roots of its whole subtrees, largest first, one for each 1 in the binary
 * digits of `size`. It is all that is needed to go on, however large the tree is.
 */
export type Frontier = { readonly size: number; readonly subtrees: readonly Uint8Array[] };

export const EMPTY_FRONTIER: Frontier = { size: 0, subtrees: [] };

/** The edge after these leaves: one hash a leaf, and one for each pair of subtrees that became whole. */
export function growFrontier(
  { size, subtrees }: Frontier,
  leaves: Iterable<Uint8Array>,
  hash: MerkleHash = sha256,
): Frontier {
  const edge = [...subtrees];
  let grown = size;
  for (const leaf of leaves) {
    let whole = leafHash(leaf, hash);
    for (let before = grown; before % 2 === 1; before = (before - 1) / 2) {
      const left = edge.pop();
      if (left === undefined) throw new RangeError('frontier: fewer subtrees than its size has');
      whole = nodeHash(left, whole, hash);
    }
    edge.push(whole);
    grown += 1;
  }
  return { size: grown, subtrees: edge };
}

/** The root of the tree with this edge: at most one hash for each level. */
export function frontierRoot({ subtrees }: Frontier, hash: MerkleHash = sha256): Uint8Array {
  const [last, ...larger] = subtrees.toReversed();
  if (last === undefined) return hash(new Uint8Array(0));
  return larger.reduce((right, left) => nodeHash(left, right, hash), last);
}
