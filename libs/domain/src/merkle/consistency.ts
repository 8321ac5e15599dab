import { sha256 } from '@noble/hashes/sha2.js';
import { leafHash, nodeHash, rootOf, sameHash, splitOf, type MerkleHash } from './merkle-tree.js';

function subProof(
  hashes: readonly Uint8Array[],
  [from, to]: readonly [number, number],
  earlier: number,
  { whole, hash }: { readonly whole: boolean; readonly hash: MerkleHash },
): Uint8Array[] {
  const size = to - from;
  if (earlier === size) return whole ? [] : [rootOf(hashes, from, to, hash)];
  const split = splitOf(size);
  const middle = from + split;
  return earlier <= split
    ? [...subProof(hashes, [from, middle], earlier, { whole, hash }), rootOf(hashes, middle, to, hash)]
    : [
        ...subProof(hashes, [middle, to], earlier - split, { whole: false, hash }),
        rootOf(hashes, from, middle, hash),
      ];
}

/**
 * What shows that the tree of the first `earlier` leaves was only added to (RFC 6962 section 2.1.2). Throws
 * RangeError unless 1 <= earlier <= leaves.
 */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  earlier: number,
  hash: MerkleHash = sha256,
): readonly Uint8Array[] {
  if (!Number.isSafeInteger(earlier) || earlier < 1 || earlier > leaves.length) {
    throw new RangeError(`merkle: no tree of ${earlier} leaves among ${leaves.length}`);
  }
  const hashes = leaves.map((leaf) => leafHash(leaf, hash));
  return subProof(hashes, [0, leaves.length], earlier, { whole: true, hash });
}

export type ConsistencyClaim = {
  readonly earlier: number; // leaves then
  readonly later: number; // leaves now
  readonly earlierRoot: Uint8Array;
  readonly laterRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

function isPowerOfTwo(size: bigint): boolean {
  return (size & (size - 1n)) === 0n;
}

/** Whether the later tree begins with all leaves of the earlier one, in order (RFC 9162 section 2.1.4.2). */
export function verifyConsistency(claim: ConsistencyClaim, hash: MerkleHash = sha256): boolean {
  const { earlier, later, earlierRoot, laterRoot, proof } = claim;
  if (!Number.isSafeInteger(earlier) || !Number.isSafeInteger(later) || earlier < 1 || earlier > later) {
    return false;
  }
  if (earlier === later) return proof.length === 0 && sameHash(earlierRoot, laterRoot);
  // An earlier tree that is a whole subtree is its own first step.
  const path = isPowerOfTwo(BigInt(earlier)) ? [earlierRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let place = BigInt(earlier - 1);
  let last = BigInt(later - 1);
  while (place % 2n === 1n) {
    place /= 2n;
    last /= 2n;
  }
  let then = first;
  let now = first;
  for (const sibling of rest) {
    if (last === 0n) return false;
    if (place % 2n === 1n || place === last) {
      then = nodeHash(sibling, then, hash);
      now = nodeHash(sibling, now, hash);
      while (place % 2n === 0n && place !== 0n) {
        place /= 2n;
        last /= 2n;
      }
    } else {
      now = nodeHash(now, sibling, hash);
    }
    place /= 2n;
    last /= 2n;
  }
  return last === 0n && sameHash(then, earlierRoot) && sameHash(now, laterRoot);
}
