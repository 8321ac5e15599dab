import { bytesToHex } from '@noble/hashes/utils.js';
import { readCheckpoint, type Checkpoint } from '../../log/checkpoint.js';
import { logLeaf, type LogEntry } from '../../log/log-entry.js';
import { readNote } from '../../log/signed-note.js';
import { verifyInclusion } from '../../merkle/inclusion.js';
import { rootsAt } from '../../merkle/roots-at.js';
import type { BundleReader } from '../bundle-reader.js';
import { readCanonicalLines } from '../canonical-bytes.js';
import { finding, type AuditFinding } from '../finding.js';
import type { EntryKind } from '../manifest/entry-kinds.js';
import { MANIFEST_NAME, type BundleManifest } from '../manifest/manifest.js';
import { HASH_OF_SUITE, type Hashes } from '../manifest/suite-hash.js';
import type { KnownLeaves } from './known-leaves.js';
import { inclusionLineSchema, logLineSchema } from './log-lines.js';
import { readOrFind } from './read-manifest.js';

/** The leaves it tells of; null where the log cannot be read so far that they have their places. */
export type LogReading = { readonly leaves: KnownLeaves | null; readonly findings: readonly AuditFinding[] };
type Bundle = { readonly reader: BundleReader; readonly manifest: BundleManifest; readonly hashes: Hashes };
const LONGEST_HEAD = 32_768; // bytes: room for a hundred witnesses
type Head = Checkpoint & { readonly entry: string };

function namesOf({ reader, manifest }: Bundle, kind: EntryKind): readonly string[] {
  const listed = manifest.entries.filter((entry) => entry.kind === kind && reader.names.includes(entry.name));
  return listed.map(({ name }) => name);
}

/** The bytes of an entry; none where it is damaged, which the check of entries has already said. */
function bytesOf({ reader }: Bundle, name: string): Uint8Array {
  const bytes = readOrFind(reader, name);
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

function readHeads(bundle: Bundle, found: AuditFinding[]): readonly Head[] {
  return namesOf(bundle, 'head').flatMap((entry) => {
    const bytes = bytesOf(bundle, entry);
    const note = bytes.length > LONGEST_HEAD ? null : readNote(new TextDecoder().decode(bytes));
    const head = readCheckpoint(note?.text ?? '');
    if (head === null) {
      found.push(finding('HEAD_UNREADABLE', { entry }));
      return [];
    }
    if (head.origin !== bundle.manifest.log.origin) {
      found.push(finding('HEAD_ORIGIN', { entry }, `${head.origin} ≠ ${bundle.manifest.log.origin}`));
    }
    return [{ ...head, entry }];
  });
}

function rootText({ manifest }: Bundle, root: Uint8Array): string {
  return `${HASH_OF_SUITE[manifest.suite]}:${bytesToHex(root)}`;
}

/** The head the manifest goes by says the same size and root as the manifest. */
function checkLastHead(bundle: Bundle, heads: readonly Head[]): readonly AuditFinding[] {
  const { log } = bundle.manifest;
  const last = heads.find(({ entry }) => entry === log.head);
  if (last === undefined) return [];
  const says = `${last.size}, ${rootText(bundle, last.root)} ≠ ${log.size}, ${log.root}`;
  return last.size === log.size && rootText(bundle, last.root) === log.root
    ? []
    : [finding('HEAD_DIFFERS', { entry: log.head }, says)];
}

function readWhole(bundle: Bundle, entry: string, heads: readonly Head[]): LogReading {
  const { manifest, hashes } = bundle;
  const findings: AuditFinding[] = [];
  const entries: LogEntry[] = [];
  for (const [at, line] of readCanonicalLines(bytesOf(bundle, entry)).entries()) {
    const read = logLineSchema.safeParse(line?.value);
    if (!read.success) {
      // Without this line every later leaf would have a wrong number.
      findings.push(finding('LOG_UNREADABLE', { entry, line: at + 1, leaf: at }));
      return { leaves: null, findings };
    }
    entries.push(read.data);
  }
  const { size, root } = manifest.log;
  const leaves = new Map(entries.entries());
  if (entries.length !== size) {
    findings.push(finding('LOG_SIZE', { entry }, `${entries.length} ≠ ${size}`));
  }
  const roots = rootsAt(
    entries.map(logLeaf),
    [size, ...heads.map((head) => head.size)],
    hashes[HASH_OF_SUITE[manifest.suite]],
  );
  const rebuilt = roots.get(size);
  if (rebuilt !== undefined && rootText(bundle, rebuilt) !== root) {
    findings.push(finding('LOG_ROOT', { entry }, `${rootText(bundle, rebuilt)} ≠ ${root}`));
  }
  for (const head of heads) {
    const then = roots.get(head.size);
    if (then === undefined || rootText(bundle, then) !== rootText(bundle, head.root)) {
      findings.push(finding('HEAD_ROOT', { entry: head.entry }, String(head.size)));
    }
  }
  return { leaves, findings };
}

function readPart(bundle: Bundle, entry: string): LogReading {
  const { log, suite } = bundle.manifest;
  const hash = bundle.hashes[HASH_OF_SUITE[suite]];
  const root = Uint8Array.from(log.root.slice(-64).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const findings: AuditFinding[] = [];
  const leaves = new Map<number, LogEntry>();
  let before = -1;
  for (const [at, line] of readCanonicalLines(bytesOf(bundle, entry)).entries()) {
    const read = inclusionLineSchema.safeParse(line?.value);
    if (!read.success) {
      findings.push(finding('INCLUSION_UNREADABLE', { entry, line: at + 1 }));
      continue;
    }
    const { leaf, proof, ...told } = read.data;
    const claim = { leaf: logLeaf(told), index: leaf, size: log.size, proof, root };
    if (leaves.has(leaf) || !verifyInclusion(claim, hash)) {
      findings.push(finding('INCLUSION_INVALID', { entry, line: at + 1, leaf }));
    }
    if (leaf < before) findings.push(finding('ITEM_ORDER', { entry, line: at + 1, leaf }));
    before = leaf;
    leaves.set(leaf, told);
  }
  return { leaves, findings };
}

/**
 * The log a bundle carries. Whole: its leaves give the root of the manifest and of every head, which also shows that
 * no head was rewritten since. Of one appraisal: each leaf that is here lies under the root by its inclusion proof.
 * Signatures are not looked at.
 */
export function checkLog(bundle: Bundle): LogReading {
  const found: AuditFinding[] = [];
  const heads = readHeads(bundle, found);
  found.push(...checkLastHead(bundle, heads));
  const whole = bundle.manifest.scope.kind === 'whole';
  const [entry, ...more] = namesOf(bundle, whole ? 'log' : 'inclusion');
  const extra = namesOf(bundle, whole ? 'inclusion' : 'log');
  if (entry === undefined || more.length + extra.length > 0) {
    const missing = finding('LOG_MISSING', { entry: more[0] ?? extra[0] ?? MANIFEST_NAME });
    return { leaves: null, findings: [...found, missing] };
  }
  const reading = whole ? readWhole(bundle, entry, heads) : readPart(bundle, entry);
  return { leaves: reading.leaves, findings: [...found, ...reading.findings] };
}
