import { closeSync, openSync } from 'node:fs';
import { notChecked, type AuditFinding, type BundleManifest, type NotChecked } from '@kaoji/domain';
import { Refusal } from '@kaoji/domain';
import type { Checked, OutsideText, PrintedRoot, ReplayedEntry } from './inside/order.js';
import type { VerifierProgram } from './program/verifier-program.js';
import { createReplayPool, type ReplayPool } from './replay-pool.js';
import { runInside, sandboxHere, type Limits, type Sandbox } from './sandbox.js';
import type { Progress, Verified } from './verified.js';
import { verifyFinding } from './verify-words.js';

export type VerifyOrder = {
  readonly file: string;
  readonly program: VerifierProgram;
  /** Heads and public keys that did not come with the bundle. */
  readonly heads?: readonly OutsideText[] | undefined;
  readonly keys?: readonly OutsideText[] | undefined;
  /** Roots as notices and written results print them. */
  readonly roots?: readonly PrintedRoot[] | undefined;
  /** Processes that replay at once. */
  readonly processes?: number | undefined;
  readonly limits?: Limits | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

const LIMITS: Limits = { memoryMb: 3072, seconds: 600 };

/**
 * Verifies a bundle: everything that can be read off it in one process of its own, then every history in others. Refuses
 * `FILE_MISSING`; whatever is in the file is an answer, never an exception.
 */
export async function verifyBundle(order: VerifyOrder): Promise<Verified> {
  const { file, program, processes = 1, limits = LIMITS, onProgress } = order;
  const sandbox = sandboxHere(program, limits);
  const bundle = opened(file);
  const pool = createReplayPool({
    ...{ program, sandbox, bundle, processes },
    onProgress: onProgress ?? (() => undefined),
  });
  try {
    // All but one replay from the beginning; the one that checks joins them.
    const others = Array.from({ length: processes - 1 }, async () => pool.work());
    const checked = await check({ program, sandbox, bundle }, order);
    const worth = typeof checked !== 'string' && checked.manifest !== null;
    if (!worth) pool.stop();
    await Promise.all([...others, ...(worth ? [pool.work()] : [])]);
    if (typeof checked === 'string') return failed(sandbox, checked);
    return answered(checked, worth ? pool : null, sandbox);
  } finally {
    pool.stop();
    closeSync(bundle);
  }
}

/** What was checked, or why that did not come to an end. */
async function check(
  bench: { readonly program: VerifierProgram; readonly sandbox: Sandbox; readonly bundle: number },
  { heads = [], keys = [], roots = [] }: Pick<VerifyOrder, 'heads' | 'keys' | 'roots'>,
): Promise<Checked | string> {
  const inside = runInside(bench.program, bench.sandbox, bench.bundle, {
    ...{ task: 'check', heads, keys, roots },
  });
  let checked: Checked | null = null;
  for await (const answer of inside.answers) if (answer.kind === 'checked') checked = answer.checked;
  const failure = inside.failure();
  return failure ?? checked ?? 'it ended without an answer';
}

function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal('FILE_MISSING', `${file} cannot be read${code === undefined ? '' : ` (${code})`}.`, {
      file,
    });
  }
}

type Replays = Pick<ReplayPool, 'replayed' | 'none'>;

function failed(sandbox: Sandbox, reason: string): Verified {
  const none = { bundleHash: null, cycle: null, appraisal: null, log: null, signer: null, notChecked: [] };
  const counts = { entries: 0, leaves: 0, histories: 0, events: 0, lists: 0, people: 0, deadlines: 0 };
  const findings = [verifyFinding('CHECK_FAILED', {}, reason)];
  const heads = { inside: 0, outside: 0 };
  return { verdict: 'unreadable', ...none, findings, heads, checked: counts, sandbox };
}

function answered(checked: Checked, replays: Replays | null, sandbox: Sandbox): Verified {
  const { manifest, bundleHash, signer, heads, recomputed } = checked;
  const replayed = soundOnes(checked, replays?.replayed() ?? []);
  const findings: readonly AuditFinding[] = [
    ...checked.findings,
    ...replayed.flatMap((one) => one.findings),
    ...unknownNames(manifest, replayed, checked.onRecord),
  ];
  const verdict = manifest === null ? 'unreadable' : findings.length > 0 ? 'differs' : 'proved';
  return {
    verdict,
    findings,
    notChecked: replays === null ? checked.notChecked : stillOpen(checked, replayed, replays.none()),
    bundleHash,
    cycle: manifest === null ? null : cycleOf(manifest),
    appraisal: manifest?.scope.kind === 'appraisal' ? manifest.scope.appraisal : null,
    log:
      manifest === null
        ? null
        : { origin: manifest.log.origin, size: manifest.log.size, root: manifest.log.root },
    signer,
    heads,
    checked: {
      entries: manifest?.entries.length ?? 0,
      leaves: checked.leaves,
      histories: replayed.filter(({ open }) => open === null).length,
      events: replayed.reduce((sum, { events }) => sum + events, 0),
      ...recomputed,
    },
    sandbox,
  };
}

function cycleOf({ cycle: { key, year, area, run } }: BundleManifest): Verified['cycle'] {
  return { key, year, area, run };
}

/** What flows were told of evidence and results must be on record. One person's bundle has not all of either. */
function unknownNames(
  manifest: BundleManifest | null,
  replayed: readonly ReplayedEntry[],
  onRecord: readonly string[],
): readonly AuditFinding[] {
  if (manifest?.scope.kind !== 'whole' || manifest.absent.length > 0 || onRecord.length === 0) return [];
  const known = new Set(onRecord);
  return replayed.flatMap(({ entry, names }) => {
    const unknown = names.find((name) => !known.has(name));
    return unknown === undefined ? [] : [verifyFinding('HISTORY_NAMES_UNKNOWN', { entry }, unknown)];
  });
}

/** A history whose bytes are not those of its leaf says nothing more by how it replays. */
function soundOnes(
  { manifest, findings }: Checked,
  replayed: readonly ReplayedEntry[],
): readonly ReplayedEntry[] {
  const damaged = new Set(findings.map(({ where: { entry } }) => entry));
  return replayed.flatMap((one) => {
    const entry = manifest?.histories[one.at]?.entry ?? one.entry;
    if (damaged.has(entry)) return [];
    return [{ ...one, entry, findings: one.findings.map((found) => ({ ...found, where: { entry } })) }];
  });
}

function stillOpen(
  { notChecked: before, manifest }: Checked,
  replayed: readonly ReplayedEntry[],
  none: string | null,
): readonly NotChecked[] {
  return before.flatMap((one) => {
    if (one.code !== 'REPLAY') return [one];
    if (none !== null) return [{ ...one, zh: `${one.zh}（${none}）`, en: `${one.en} (${none})` }];
    const open = replayed.filter((entry) => entry.open !== null);
    const count = open.length + (manifest?.histories.length ?? 0) - replayed.length;
    if (count === 0) return [];
    const part = notChecked(
      'REPLAY_PART',
      open.map(({ entry }) => entry),
      count,
    );
    const [first] = open;
    if (first === undefined) return [part];
    return [{ ...part, zh: `${part.zh}（${first.open ?? ''}）`, en: `${part.en} (${first.open ?? ''})` }];
  });
}
