import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consistencyProof, verifyConsistency } from './consistency.js';
import { inclusionProof, verifyInclusion } from './inclusion.js';
import { createMerkleTree } from './levels.js';
import { merkleRoot } from './merkle-tree.js';

const file = new URL('../../vectors/merkle-rfc6962.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly leaves: readonly string[];
  readonly roots: readonly { readonly size: number; readonly root: string }[];
  readonly inclusion: readonly {
    readonly index: number;
    readonly size: number;
    readonly path: readonly string[];
  }[];
  readonly consistency: readonly {
    readonly earlier: number;
    readonly later: number;
    readonly path: readonly string[];
  }[];
};
const leaves = vectors.leaves.map(hexToBytes);
const hex = (hashes: readonly Uint8Array[]) => hashes.map(bytesToHex);

const trees = fc
  .integer({ min: 1, max: 70 })
  .map((size) => Array.from({ length: size }, (_, at) => utf8ToBytes(`leaf ${at}`)));
const within = fc.nat(1_000_000);

/** The same bytes with one bit turned. */
function spoilt(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = bit % (copy.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
}

describe('merkleRoot', () => {
  it.each(vectors.roots)('gives the published root of the first $size leaves', ({ size, root }) => {
    expect(bytesToHex(merkleRoot(leaves.slice(0, size)))).toBe(root);
    expect(bytesToHex(createMerkleTree(leaves.slice(0, size)).root)).toBe(root);
  });

  it('another leaf, another order, or one leaf more is another root', () => {
    fc.assert(
      fc.property(trees, within, (all, pick) => {
        const root = bytesToHex(merkleRoot(all));
        const at = pick % all.length;
        expect(bytesToHex(merkleRoot(all.with(at, utf8ToBytes('other'))))).not.toBe(root);
        expect(bytesToHex(merkleRoot([...all, utf8ToBytes('more')]))).not.toBe(root);
        if (all.length > 1) expect(bytesToHex(merkleRoot([...all].reverse()))).not.toBe(root);
      }),
    );
  });
});

describe('inclusionProof', () => {
  it.each(vectors.inclusion)('gives the published path of leaf $index in $size', ({ index, size, path }) => {
    const all = leaves.slice(0, size);
    expect(hex(inclusionProof(all, index))).toEqual(path);
    expect(hex(createMerkleTree(all).inclusionProof(index))).toEqual(path);
  });

  it('verifies for every leaf of every tree, and the kept tree gives the same path', () => {
    fc.assert(
      fc.property(trees, within, (all, pick) => {
        const index = pick % all.length;
        const leaf = all[index] ?? new Uint8Array();
        const proof = inclusionProof(all, index);
        const claim = { leaf, index, size: all.length, proof, root: merkleRoot(all) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(hex(createMerkleTree(all).inclusionProof(index))).toEqual(hex(proof));
      }),
    );
  });

  it('verifies nothing else: another leaf, place, size, root, step, or a path too short or too long', () => {
    fc.assert(
      fc.property(trees, within, within, (all, pick, bit) => {
        const index = pick % all.length;
        const proof = inclusionProof(all, index);
        const leaf = all[index] ?? new Uint8Array();
        const claim = { leaf, index, size: all.length, proof, root: merkleRoot(all) };
        const step = proof[pick % Math.max(1, proof.length)];
        const lies = [
          { ...claim, leaf: spoilt(leaf, bit) },
          { ...claim, root: spoilt(claim.root, bit) },
          { ...claim, proof: [...proof, claim.root] },
          { ...claim, index: all.length },
          { ...claim, index: -1 },
          { ...claim, size: 0 },
          { ...claim, index: Number.NaN },
          ...(step === undefined
            ? []
            : [
                { ...claim, proof: proof.slice(1) },
                { ...claim, proof: proof.with(pick % proof.length, spoilt(step, bit)) },
                { ...claim, index: (index + 1) % all.length },
              ]),
        ];
        for (const lie of lies) expect(verifyInclusion(lie)).toBe(false);
      }),
    );
  });

  it('throws for a leaf that is not there', () => {
    for (const index of [-1, 8, 0.5]) {
      expect(() => inclusionProof(leaves, index)).toThrow(RangeError);
      expect(() => createMerkleTree(leaves).inclusionProof(index)).toThrow(RangeError);
    }
  });
});

describe('consistencyProof', () => {
  it.each(vectors.consistency)(
    'gives the published path from $earlier to $later',
    ({ earlier, later, path }) => {
      expect(hex(consistencyProof(leaves.slice(0, later), earlier))).toEqual(path);
    },
  );

  it('verifies for every earlier tree, and not for a tree whose leaves were changed', () => {
    fc.assert(
      fc.property(trees, within, within, (all, pick, bit) => {
        const earlier = 1 + (pick % all.length);
        const proof = consistencyProof(all, earlier);
        const claim = {
          earlier,
          later: all.length,
          earlierRoot: merkleRoot(all.slice(0, earlier)),
          laterRoot: merkleRoot(all),
          proof,
        };
        expect(verifyConsistency(claim)).toBe(true);
        const changed = all.with(pick % earlier, utf8ToBytes('changed'));
        const lies = [
          { ...claim, laterRoot: merkleRoot(changed) },
          { ...claim, earlierRoot: spoilt(claim.earlierRoot, bit) },
          { ...claim, proof: [...proof, claim.laterRoot] },
          { ...claim, earlier: 0 },
          { ...claim, earlier: all.length + 1 },
          ...(proof.length > 0 ? [{ ...claim, proof: proof.slice(0, -1) }] : []),
        ];
        for (const lie of lies) expect(verifyConsistency(lie)).toBe(false);
      }),
    );
  });

  it('throws for an earlier tree that never was', () => {
    for (const earlier of [0, 9, 1.5]) expect(() => consistencyProof(leaves, earlier)).toThrow(RangeError);
  });
});
