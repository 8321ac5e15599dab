import { signTreeHead, type LogKey } from '@kaoji/application';
import {
  canonicalJson,
  checkpointText,
  createMerkleTree,
  formatNote,
  HASH_OF_SUITE,
  logLeaf,
  readCheckpoint,
  readNote,
  type Checkpoint,
  type Hashes,
  type LogEntry,
  type SignedNote,
} from '@kaoji/domain';
import { manifestOf, relisted, withManifest, type BundleFiles } from '@kaoji/domain/testing';
import { suiteOf } from '@kaoji/gateways';

/** A key with its private half: a thief's, or an administrator's. */
export type StolenKey = LogKey & { readonly privateKey: string };
/** How a forger signs a head whose root is another now. */
export type HeadSigner = (head: Checkpoint, before: SignedNote) => string;

/** Without any key: the old signature stays under the new text. */
export const keepingSignatures: HeadSigner = (head, { signatures }) =>
  formatNote({ text: checkpointText(head), signatures });

export const signedBy =
  ({ suite, ...key }: StolenKey): HeadSigner =>
  (head) => {
    const found = suiteOf(suite);
    if (found === null) throw new RangeError(`no suite ${suite}`);
    return signTreeHead({ ...head, suite: found, key });
  };

export type Forging = {
  readonly hashes: Hashes;
  readonly sign: HeadSigner;
  readonly all?: boolean; // also heads whose root stays as it was
};

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function logOf(files: BundleFiles): readonly LogEntry[] {
  const text = textOf(files.get('log.jsonl'));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry);
}

/**
 * The bundle with this log: every head up to its size has the root it must have, signed anew where it had another,
 * and the manifest fits. Heads beyond the log are gone.
 */
export function withLog(
  files: BundleFiles,
  entries: readonly LogEntry[],
  { hashes, sign, all = false }: Forging,
): BundleFiles {
  const manifest = manifestOf(files);
  const made = new Map(files);
  made.set('log.jsonl', bytesOf(entries.map((entry) => `${canonicalJson(entry)}\n`).join('')));
  const names = manifest.entries.filter(({ kind }) => kind === 'head').map(({ name }) => name);
  const heads = names.flatMap((name) => {
    const note = readNote(textOf(files.get(name)));
    const head = readCheckpoint(note?.text ?? '');
    if (note === null || head === null) return [];
    // The last one grows and shrinks with the log.
    const size = name === manifest.log.head ? entries.length : head.size;
    return [{ name, note, head, size }];
  });
  const hash = hashes[HASH_OF_SUITE[manifest.suite]];
  const leaves = entries.map(logLeaf);
  const rootAt = (size: number) => createMerkleTree(leaves.slice(0, size), hash).root;
  for (const { name, note, head, size } of heads) {
    const root = size > entries.length ? null : rootAt(size);
    if (root === null) made.delete(name);
    else if (all || size !== head.size || !Buffer.from(root).equals(head.root)) {
      made.set(name, bytesOf(sign({ origin: head.origin, size, root }, note)));
    }
  }
  const root = `${HASH_OF_SUITE[manifest.suite]}:${Buffer.from(rootAt(entries.length)).toString('hex')}`;
  const log = { ...manifest.log, size: entries.length, root };
  return relisted(withManifest(made, { ...manifest, log }), hashes);
}
