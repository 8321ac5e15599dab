import { sha256 } from '@noble/hashes/sha2.js';
import { leafHash, nodeHash, rootOf, sameHash, splitOf, type MerkleHash } from './merkle-tree.js';

/**
 * The audit path of RFC 6962 section 2.1.1: the hashes that, with the leaf, give the root; nearest first.
 * Throws RangeError for a leaf that is not there.
 */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  hash: MerkleHash = sha256,
): readonly Uint8Array[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError(`merkle: no leaf ${index} among ${leaves.length}`);
  }
  const hashes = leaves.map((leaf) => leafHash(leaf, hash));
  const path: Uint8Array[] = [];
  let from = 0;
  let to = leaves.length;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(rootOf(hashes, middle, to, hash));
      to = middle;
    } else {
      path.push(rootOf(hashes, from, middle, hash));
      from = middle;
    }
  }
  return path.reverse();
}

export type InclusionClaim = {
  readonly leaf: Uint8Array; // the data, not its hash
  readonly index: number;
  readonly size: number; // leaves in the tree
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
};

/** Whether the leaf stands at `index` of the tree of `size` leaves with this root (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(claim: InclusionClaim, hashed: MerkleHash = sha256): boolean {
  const { leaf, index, size, proof, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let place = BigInt(index);
  let last = BigInt(size - 1);
  let hash = leafHash(leaf, hashed);
  for (const sibling of proof) {
    if (last === 0n) return false;
    if (place % 2n === 1n || place === last) {
      hash = nodeHash(sibling, hash, hashed);
      while (place % 2n === 0n && place !== 0n) {
        place /= 2n;
        last /= 2n;
      }
    } else {
      hash = nodeHash(hash, sibling, hashed);
    }
    place /= 2n;
    last /= 2n;
  }
  return last === 0n && sameHash(hash, root);
}
