import { createMerkleTree, logLeaf } from '@kaoji/domain';
import type { LoggedItem, LogHead } from '../../ports/log.js';
import type { Suite } from '../../ports/suite.js';
import { verifierKey, type Suites } from '../log-key.js';
import type { BundleMaterial } from './bundle-material.js';
import { linesOf, textBytes, type WrittenEntries, type WrittenEntry } from './written-entries.js';

const headName = ({ size }: LogHead): string => `heads/${size}.note`;

/** The entry of the head a bundle goes by. */
export function headEntryName(head: LogHead): string {
  return headName(head);
}

/**
 * Signed heads and their timestamps. A head of another suite than the last is left out: its root is another hash of
 * the same leaves, and the key change says when that ended.
 */
export function headEntries(heads: readonly LogHead[], suite: Suite): WrittenEntries {
  const written = new Map<string, WrittenEntry>();
  for (const head of heads.filter((one) => one.suite === suite.id)) {
    written.set(headName(head), { kind: 'head', form: 'file', bytes: textBytes(head.note) });
    if (head.timestamp !== null) {
      written.set(`timestamps/${head.size}.tst`, { kind: 'timestamp', form: 'file', bytes: head.timestamp });
    }
  }
  return written;
}

/** The public keys the heads were signed with, oldest first, each as the one word of C2SP notes. */
export function keyEntries(keys: BundleMaterial['keys'], suites: Suites): WrittenEntries {
  const written = new Map<string, WrittenEntry>();
  for (const [at, key] of keys.entries()) {
    const suite = suites(key.suite);
    if (suite === null) throw new RangeError(`no suite ${key.suite}`);
    const bytes = textBytes(`${verifierKey(suite, key)}\n`);
    written.set(`keys/${at + 1}.vkey`, { kind: 'public_key', form: 'file', bytes });
  }
  return written;
}

const entryOf = ({ suite, kind, ref, hash }: LoggedItem) => ({ suite, kind, ref, hash });

/** Every leaf of the log, one a line. */
export function wholeLog(items: readonly LoggedItem[]): WrittenEntries {
  return new Map([['log.jsonl', { kind: 'log', form: 'lines', bytes: linesOf(items.map(entryOf)) }]]);
}

/** Some leaves of the log, each with the hashes that lead from it to the root. */
export function partOfLog(
  items: readonly LoggedItem[],
  shown: ReadonlySet<number>,
  suite: Suite,
): WrittenEntries {
  const tree = createMerkleTree(items.map(logLeaf), suite.hash);
  const told = [...items.entries()]
    .filter(([, { leaf }]) => shown.has(leaf))
    .map(([at, item]) => {
      // Where entries are gone from the log the proofs do not hold, and whoever verifies sees it.
      const proof = tree.inclusionProof(at).map((hash) => Buffer.from(hash).toString('hex'));
      return { ...entryOf(item), leaf: item.leaf, proof };
    });
  return new Map([['inclusion.jsonl', { kind: 'inclusion', form: 'lines', bytes: linesOf(told) }]]);
}
