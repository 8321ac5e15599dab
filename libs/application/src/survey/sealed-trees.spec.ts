import { describe, expect, it } from '@jest/globals';
import { inclusionProof, merkleRoot } from '@kaoji/domain';
import { createSealedTrees } from './sealed-trees.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');
const boxOf = (first: number, size = 5) => {
  const leaves = Array.from({ length: size }, (_, at) => (first * 100 + at).toString(16).padStart(64, '0'));
  return { leaves, root: hex(merkleRoot(leaves.map(bytes))) };
};

describe('createSealedTrees', () => {
  it('gives the tree over the published leaves, with the proofs of RFC 6962', () => {
    const box = boxOf(1);
    const tree = createSealedTrees().of(box);
    expect([hex(tree.root), tree.size]).toEqual([box.root, 5]);
    for (const at of box.leaves.keys()) {
      expect(tree.inclusionProof(at).map(hex)).toEqual(inclusionProof(box.leaves.map(bytes), at).map(hex));
    }
  });

  it('hashes a box once, however often its receipts are asked for', () => {
    const trees = createSealedTrees();
    const tree = trees.of(boxOf(1));
    expect(trees.of(boxOf(1))).toBe(tree);
    expect(trees.of(boxOf(2))).not.toBe(tree);
  });

  it('keeps the last eight boxes asked for', () => {
    const trees = createSealedTrees();
    const [first, second] = [trees.of(boxOf(1)), trees.of(boxOf(2))];
    for (let other = 3; other <= 8; other += 1) trees.of(boxOf(other));
    expect(trees.of(boxOf(1))).toBe(first); // and is now the last one asked for
    trees.of(boxOf(9));
    expect(trees.of(boxOf(1))).toBe(first);
    expect(trees.of(boxOf(2))).not.toBe(second);
  });
});
