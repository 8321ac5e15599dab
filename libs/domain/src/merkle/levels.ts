import { sha256 } from '@noble/hashes/sha2.js';
import { leafHash, merkleRoot, nodeHash, type MerkleHash } from './merkle-tree.js';

/** A tree kept with all its nodes, for whoever answers for many leaves: a proof costs no hashing. */
export type MerkleTree = {
  readonly root: Uint8Array;
  readonly size: number;
  /** As `inclusionProof`. Throws RangeError for a leaf that is not there. */
  readonly inclusionProof: (index: number) => readonly Uint8Array[];
};

/**
 * The tree of RFC 6962 level by level: neighbours in pairs, and a last one without a neighbour moves up as it
 * is, which gives the same tree as splitting at powers of two. Keeps about two hashes a leaf.
 */
export function createMerkleTree(leaves: readonly Uint8Array[], hash: MerkleHash = sha256): MerkleTree {
  const levels: (readonly Uint8Array[])[] = [leaves.map((leaf) => leafHash(leaf, hash))];
  for (let level = levels[0] ?? []; level.length > 1;) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right, hash));
    }
    levels.push(above);
    level = above;
  }
  return {
    root: levels.at(-1)?.[0] ?? merkleRoot([], hash),
    size: leaves.length,
    inclusionProof: (index) => {
      if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) {
        throw new RangeError(`merkle: no leaf ${index} among ${leaves.length}`);
      }
      // The neighbour at each level; where there is none the node moved up alone.
      return levels.flatMap((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? []);
    },
  };
}
