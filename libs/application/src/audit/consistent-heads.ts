import { rootsAt, sameHash, verifyConsistency, type MerkleHash } from '@kaoji/domain';
import { SUITE_IDS } from '../ports/suite.js';
import type { Suites } from './log-key.js';
import type { TrustedHead } from './tree-head.js';

export type Inconsistency = {
  readonly ok: false;
  readonly code: 'HEAD_AHEAD_OF_LOG' | 'HEAD_DIFFERS' | 'HEAD_NOT_COMPARABLE';
  readonly reason: string;
  readonly head: TrustedHead;
};
export type HeadsConsistency = { readonly ok: true } | Inconsistency;

/**
 * Whether every head, wherever it was kept, is the head of the beginning of these leaves. Each head's root is made
 * anew by the hash of the suite that signed it, so heads from before a change of suite are checked too. Gives the
 * first that differs, by size.
 */
export function consistentHeads(
  { leaves, heads }: { readonly leaves: readonly Uint8Array[]; readonly heads: readonly TrustedHead[] },
  suites: Suites,
): HeadsConsistency {
  const faults = SUITE_IDS.flatMap((id) => {
    const ofSuite = heads.filter(({ suite }) => suite === id);
    const hash = suites(id)?.hash;
    if (ofSuite.length === 0) return [];
    if (hash === undefined) return ofSuite.map(notComparable);
    const roots = rootsAt(
      leaves,
      ofSuite.map(({ size }) => size),
      hash,
    );
    return ofSuite.flatMap((head) => {
      const root = roots.get(head.size);
      if (root === undefined) return [ahead(head, leaves.length)];
      return sameHash(root, head.root) ? [] : [differs(head)];
    });
  });
  return faults.toSorted((one, other) => one.head.size - other.head.size)[0] ?? { ok: true };
}

export type ProvenHead = { readonly head: TrustedHead; readonly proof: readonly Uint8Array[] };

/**
 * The same without the leaves: each earlier head with a consistency proof to the latest. A proof cannot lead from one
 * hash to another: a head of another suite is `HEAD_NOT_COMPARABLE`, and only the leaves can tell.
 */
export function headsConsistentByProof(
  { latest, earlier }: { readonly latest: TrustedHead; readonly earlier: readonly ProvenHead[] },
  suites: Suites,
): HeadsConsistency {
  const hash = suites(latest.suite)?.hash;
  for (const { head, proof } of earlier) {
    if (hash === undefined || head.suite !== latest.suite) return notComparable(head);
    if (head.size > latest.size) return ahead(head, latest.size);
    if (!leadsTo(latest, { head, proof }, hash)) return differs(head);
  }
  return { ok: true };
}

function leadsTo(latest: TrustedHead, { head, proof }: ProvenHead, hash: MerkleHash): boolean {
  if (head.size === 0) return proof.length === 0 && sameHash(head.root, hash(new Uint8Array(0)));
  const sizes = { earlier: head.size, later: latest.size };
  return verifyConsistency({ ...sizes, earlierRoot: head.root, laterRoot: latest.root, proof }, hash);
}

function ahead(head: TrustedHead, size: number): Inconsistency {
  const reason = `A head of ${head.size} entries was signed, but the log has ${size}: entries are missing at its end.`;
  return { ok: false, code: 'HEAD_AHEAD_OF_LOG', reason, head };
}

function differs(head: TrustedHead): Inconsistency {
  const reason = `The first ${head.size} entries are not those that were signed when there were ${head.size}.`;
  return { ok: false, code: 'HEAD_DIFFERS', reason, head };
}

function notComparable(head: TrustedHead): Inconsistency {
  const reason = `The head of ${head.size} entries was made by another hash (${head.suite}); only the entries can tell.`;
  return { ok: false, code: 'HEAD_NOT_COMPARABLE', reason, head };
}
