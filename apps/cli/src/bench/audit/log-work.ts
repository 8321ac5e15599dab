import { createHash } from 'node:crypto';
import {
  consistencyProof,
  createMerkleTree,
  EMPTY_FRONTIER,
  frontierRoot,
  growFrontier,
  verifyConsistency,
  verifyInclusion,
} from '@kaoji/domain';

/** Hashes computed, counted: the work of a log does not depend on the machine. */
export type LogWork = {
  readonly leaves: number;
  readonly append: number; // one leaf and the new root, from the edge
  readonly anew: number; // the root from all leaves
  readonly inclusion: number; // to verify that a leaf is under the root; the worst of some
  readonly consistency: number; // to verify that a log was only added to; the worst of some
};

const PROBES = 50;

/** Counts the hashes a log of so many leaves costs. Throws where a root or a proof does not hold. */
export function logWork(leaves: number): LogWork {
  let hashes = 0;
  const hash = (bytes: Uint8Array): Uint8Array => {
    hashes += 1;
    return createHash('sha256').update(bytes).digest();
  };
  const counted = <T>(work: () => T): { readonly value: T; readonly hashes: number } => {
    const before = hashes;
    return { value: work(), hashes: hashes - before };
  };
  const data = Array.from({ length: leaves }, (_, at) => Buffer.from(`leaf ${at}`));
  const edge = growFrontier(EMPTY_FRONTIER, data.slice(0, -1), hash);
  const append = counted(() => frontierRoot(growFrontier(edge, data.slice(-1), hash), hash));
  const anew = counted(() => createMerkleTree(data, hash));
  const root = anew.value.root;
  mustHold(Buffer.from(append.value).equals(root));
  const places = Array.from({ length: PROBES }, (_, at) => Math.floor((at * (leaves - 1)) / (PROBES - 1)));
  const inclusion = places.map((index) => {
    const leaf = data[index] ?? Buffer.alloc(0);
    const proof = anew.value.inclusionProof(index);
    const checked = counted(() => verifyInclusion({ leaf, index, size: leaves, proof, root }, hash));
    mustHold(checked.value);
    return checked.hashes;
  });
  const consistency = [1, Math.floor(leaves / 3), leaves - 1].map((earlier) => {
    const earlierRoot = createMerkleTree(data.slice(0, earlier), hash).root;
    const proof = consistencyProof(data, earlier, hash);
    const claim = { earlier, later: leaves, earlierRoot, laterRoot: root, proof };
    const checked = counted(() => verifyConsistency(claim, hash));
    mustHold(checked.value);
    return checked.hashes;
  });
  return {
    ...{ leaves, append: append.hashes, anew: anew.hashes },
    ...{ inclusion: Math.max(...inclusion), consistency: Math.max(...consistency) },
  };
}

function mustHold(holds: boolean): void {
  if (!holds) throw new Error('audit bench: a root or a proof does not hold');
}
