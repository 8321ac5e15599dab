import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { checkpointText } from '../../log/checkpoint.js';
import { logLeaf, type LogEntry, type LogKind } from '../../log/log-entry.js';
import { formatNote } from '../../log/signed-note.js';
import { createMerkleTree } from '../../merkle/levels.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { diceOf, type Dice } from '../../testing/dice.js';
import type { BundleReader } from '../bundle-reader.js';
import { ENTRY_KINDS, type EntryKind } from '../manifest/entry-kinds.js';
import { MANIFEST_NAME, type BundleEntry, type BundleManifest } from '../manifest/manifest.js';
import { HASH_OF_SUITE, hashText, type AuditSuite, type Hashes } from '../manifest/suite-hash.js';

/** A bundle as its files, to be damaged at will; the manifest is among them. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;
export type BundleOptions = {
  readonly seed: number;
  readonly hashes: Hashes;
  readonly suite?: AuditSuite;
  readonly scope?: BundleManifest['scope']['kind'];
};

type Entry = {
  readonly kind: EntryKind;
  readonly bytes: Uint8Array;
  readonly lines?: true;
  readonly leaf?: number;
};
type Writing = {
  readonly dice: Dice;
  readonly suite: AuditSuite;
  readonly hash: (bytes: Uint8Array) => string;
  readonly log: LogEntry[];
  readonly entries: Map<string, Entry>;
};

const json = (value: unknown) => utf8ToBytes(canonicalJson(value));
const lines = (values: readonly unknown[]) =>
  utf8ToBytes(values.map((value) => `${canonicalJson(value)}\n`).join(''));
const noise = (dice: Dice, length: number) => Uint8Array.from({ length }, () => dice.below(256));

function logged({ suite, log, hash }: Writing, kind: LogKind, ref: string, bytes: Uint8Array): number {
  return log.push({ suite, kind, ref, hash: hash(bytes) }) - 1;
}

function addFile(writing: Writing, name: string, kind: EntryKind, bytes: Uint8Array): void {
  const leafKind = ENTRY_KINDS[kind];
  const leaf = leafKind === null ? {} : { leaf: logged(writing, leafKind, name, bytes) };
  writing.entries.set(name, { kind, bytes, ...leaf });
}

function addLines(writing: Writing, name: string, kind: EntryKind, values: readonly object[]): void {
  const leafKind = ENTRY_KINDS[kind];
  const told = values.map((value, at) => {
    const ref = `${kind}-${at + 1}`;
    return leafKind === null
      ? { ref, value }
      : { leaf: logged(writing, leafKind, ref, json(value)), ref, value };
  });
  writing.entries.set(name, { kind, bytes: lines(told), lines: true });
}

function history(entry: string, dice: Dice): BundleManifest['histories'][number] {
  const runId = `run-${dice.below(1_000_000)}`;
  return {
    entry,
    workflowId: `appraisal/${entry}`,
    runId,
    firstRunId: runId,
    continuedFrom: null,
    workflowType: 'appraisal',
    deployment: null,
    buildId: 'build-1',
    sdkVersion: '1.24.0',
    nodeVersion: '20.19.0',
    serverVersion: '1.29.0',
    codecKeyIds: [],
    closeStatus: 'completed',
    eventCount: 1 + dice.below(60),
  };
}

function addContents(writing: Writing): BundleManifest['histories'] {
  const { dice } = writing;
  addFile(writing, 'README.txt', 'readme', utf8ToBytes('演示审计包 / a demonstration\n'));
  addFile(writing, 'rulebook.json', 'rulebook', json({ title: '演示细则', pass: 60 + dice.below(20) }));
  addFile(writing, 'calendar.json', 'calendar', json({ holidays: [dice.below(365)] }));
  addFile(writing, 'builds/1/bundle.js', 'workflow_bundle', utf8ToBytes('x();'.repeat(1 + dice.below(200))));
  addFile(writing, 'builds/1/lock.json', 'lock_file', json({ sdk: '1.24.0' }));
  addFile(writing, 'builds/1/recipe.txt', 'build_recipe', utf8ToBytes('npm ci\n'));
  const people = Array.from({ length: 1 + dice.below(4) }, (_, at) => at + 1);
  const histories = people.map((person) => {
    const name = `histories/${person}.pb.gz`;
    addFile(writing, name, 'history', noise(dice, 40 + dice.below(400)));
    return history(name, dice);
  });
  const score = () => ({ score: `${dice.below(100)}.${dice.below(10)}` });
  addLines(writing, 'evidence.jsonl', 'evidence', people.map(score));
  addLines(writing, 'evaluations.jsonl', 'evaluation', people.map(score));
  addLines(writing, 'results.jsonl', 'result', people.map(score));
  addLines(writing, 'acts.jsonl', 'act', dice.chance(50) ? [{ by: 'h1', act: 'approve' }] : []);
  logged(writing, 'access', 'look-1', noise(dice, 8));
  return histories;
}

function addLog(
  { dice, suite, log, entries }: Writing,
  hashes: Hashes,
  origin: string,
): BundleManifest['log'] {
  const leaves = log.map(logLeaf);
  const root = (size: number) => createMerkleTree(leaves.slice(0, size), hashes[HASH_OF_SUITE[suite]]).root;
  const sizes = [...new Set([1 + dice.below(log.length), log.length])];
  for (const size of sizes) {
    const signatures = [{ name: origin, keyId: '0a0b0c0d', signature: noise(dice, 64) }];
    const text = checkpointText({ origin, size, root: root(size) });
    entries.set(`heads/${size}.txt`, { kind: 'head', bytes: utf8ToBytes(formatNote({ text, signatures })) });
  }
  entries.set('log.jsonl', { kind: 'log', bytes: lines(log), lines: true });
  return {
    origin,
    size: log.length,
    root: `${HASH_OF_SUITE[suite]}:${bytesToHex(root(log.length))}`,
    head: `heads/${log.length}.txt`,
  };
}

/** Leaves the first appraisal and the shared items, with inclusion proofs in the log's place. */
function redact({ log, suite, entries }: Writing, hashes: Hashes, last: string): void {
  const leaves = new Set<number>();
  for (const [name, entry] of [...entries]) {
    const others = entry.kind === 'history' && name !== 'histories/1.pb.gz';
    if (others || entry.kind === 'log' || (entry.kind === 'head' && name !== last)) entries.delete(name);
    else if (entry.lines === true) {
      const first = new TextDecoder().decode(entry.bytes).split('\n')[0] ?? '';
      entries.set(name, { ...entry, bytes: utf8ToBytes(first === '' ? '' : `${first}\n`) });
      const told = first === '' ? {} : (JSON.parse(first) as { readonly leaf?: number });
      if (told.leaf !== undefined) leaves.add(told.leaf);
    } else if (entry.leaf !== undefined) leaves.add(entry.leaf);
  }
  const tree = createMerkleTree(log.map(logLeaf), hashes[HASH_OF_SUITE[suite]]);
  const told = [...leaves].map((leaf) => ({
    ...log[leaf],
    leaf,
    proof: tree.inclusionProof(leaf).map(bytesToHex),
  }));
  entries.set('inclusion.jsonl', { kind: 'inclusion', bytes: lines(told), lines: true });
}

/** A small bundle in which everything holds but the signatures, which are noise; another seed is another cycle. */
export function seededBundle({ seed, hashes, suite = 'intl', scope = 'whole' }: BundleOptions): BundleFiles {
  const dice = diceOf(seed);
  const hash = (bytes: Uint8Array) => hashText(hashes, HASH_OF_SUITE[suite], bytes);
  const writing: Writing = { dice, suite, hash, log: [], entries: new Map() };
  const all = addContents(writing);
  const sealed = dice.chance(50) && scope === 'whole';
  const absent = sealed ? [logged(writing, 'survey_count', 'campaign-1', noise(dice, 9))] : [];
  const cycle = { id: `c${seed}`, key: `demo-${seed}`, area: 'area-1', year: 2025, run: 'live' };
  const log = addLog(writing, hashes, `kaoji/${cycle.key}`);
  if (scope === 'appraisal') redact(writing, hashes, log.head);
  const manifest: BundleManifest = {
    format: 'kaoji-audit/1',
    suite,
    cycle,
    scope: scope === 'whole' ? { kind: 'whole' } : { kind: 'appraisal', appraisal: 'appraisal-1' },
    log,
    entries: [...writing.entries].map(([name, { kind, bytes, lines: many, leaf }]): BundleEntry => ({
      name,
      kind,
      form: many === true ? 'lines' : 'file',
      hash: hash(bytes),
      size: bytes.length,
      ...(leaf === undefined ? {} : { leaf }),
    })),
    histories: all.filter(({ entry }) => writing.entries.has(entry)),
    builds: [
      {
        buildId: 'build-1',
        bundle: 'builds/1/bundle.js',
        lockFile: 'builds/1/lock.json',
        recipe: 'builds/1/recipe.txt',
      },
    ],
    absent: absent.map((leaf) => ({ leaf, hash: writing.log[leaf]?.hash ?? '', why: 'sealed' as const })),
  };
  const files = [...writing.entries].map(([name, { bytes }]) => [name, bytes] as const);
  return withManifest(new Map(files), manifest);
}

/** The files under this manifest. */
export function withManifest(files: BundleFiles, manifest: unknown): BundleFiles {
  return new Map([...files, [MANIFEST_NAME, json(manifest)]]);
}

export function manifestOf(files: BundleFiles): BundleManifest {
  return JSON.parse(new TextDecoder().decode(files.get(MANIFEST_NAME))) as BundleManifest;
}

/** The files as a cunning forger leaves them: sizes and hashes in the manifest are right again. */
export function relisted(files: BundleFiles, hashes: Hashes): BundleFiles {
  const manifest = manifestOf(files);
  const entries = manifest.entries.flatMap((entry) => {
    const bytes = files.get(entry.name);
    if (bytes === undefined) return [];
    return [{ ...entry, size: bytes.length, hash: hashText(hashes, HASH_OF_SUITE[manifest.suite], bytes) }];
  });
  return withManifest(files, { ...manifest, entries });
}

export function readerOf(files: BundleFiles): BundleReader {
  return { names: [...files.keys()], read: (name) => files.get(name) ?? new Uint8Array() };
}
