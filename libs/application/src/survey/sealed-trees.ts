import { createMerkleTree, type MerkleTree } from '@kaoji/domain';

/** What is published of a sealed box, hex: the digests of its envelopes in order, and the root over them. */
export type PublishedLeaves = { readonly root: string; readonly leaves: readonly string[] };
export type SealedTrees = { of(box: PublishedLeaves): MerkleTree };

const KEPT = 8; // boxes; a tree keeps about two hashes an envelope

/**
 * Hash trees of sealed boxes, the last used kept by their root. A sealed box never changes and its root stands for
 * all its leaves, so that the next proof from it costs a few look-ups instead of a hash of every leaf.
 */
export function createSealedTrees(): SealedTrees {
  const kept = new Map<string, MerkleTree>();
  return {
    of({ root, leaves }) {
      const tree = kept.get(root) ?? createMerkleTree(leaves.map((digest) => Buffer.from(digest, 'hex')));
      kept.delete(root);
      kept.set(root, tree); // a map keeps its order: the last used is at its end
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return tree;
    },
  };
}
