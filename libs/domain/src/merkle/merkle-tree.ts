import { sha256 } from '@noble/hashes/sha2.js';

const LEAF = 0x00;
const NODE = 0x01;

/** A hash of 32 bytes. RFC 6962 says SHA-256; an area under the national algorithms hands in SM3. */
export type MerkleHash = (data: Uint8Array) => Uint8Array;

/** The hash of one leaf: H(0x00 ‖ data), RFC 6962 section 2.1. */
export function leafHash(data: Uint8Array, hash: MerkleHash = sha256): Uint8Array {
  const marked = new Uint8Array(1 + data.length);
  marked[0] = LEAF;
  marked.set(data, 1);
  return hash(marked);
}

/** The hash of a node: H(0x01 ‖ left ‖ right); the prefix keeps a node from passing for a leaf. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: MerkleHash = sha256): Uint8Array {
  const marked = new Uint8Array(1 + left.length + right.length);
  marked[0] = NODE;
  marked.set(left, 1);
  marked.set(right, 1 + left.length);
  return hash(marked);
}

/** The largest power of two below `size` (at least 2): where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The root of the leaf hashes from `from` up to `to`, at least one. */
export function rootOf(
  hashes: readonly Uint8Array[],
  from: number,
  to: number,
  hash: MerkleHash = sha256,
): Uint8Array {
  const first = hashes[from];
  if (first === undefined || to <= from) throw new RangeError('merkle: no such leaves');
  if (to - from === 1) return first;
  const middle = from + splitOf(to - from);
  return nodeHash(rootOf(hashes, from, middle, hash), rootOf(hashes, middle, to, hash), hash);
}

/** The Merkle tree hash of RFC 6962 over leaf data in this order; of no leaves, the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[], hash: MerkleHash = sha256): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array(0));
  return rootOf(
    leaves.map((leaf) => leafHash(leaf, hash)),
    0,
    leaves.length,
    hash,
  );
}

/** Compares two hashes; they are published, so time may tell. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
