import {
  notChecked,
  recomputeBundle,
  type AuditFinding,
  type BundleManifest,
  type BundleReader,
  type NotChecked,
} from '@kaoji/domain';
import { BUNDLE_HASHES } from '../../container/bundle-hashes.js';
import type { ByteSource } from '../../container/byte-source.js';
import { checkBundleFile } from '../../container/check-bundle-file.js';
import { verifyFinding } from '../verify-words.js';
import { checkHeads } from './check-heads.js';
import { linesOfKind, textOf } from './entry-text.js';
import { logKeys } from './log-keys.js';
import type { Checked, Order } from './order.js';

/** Everything that can be checked without running a flow. */
export function checkInside(source: ByteSource, order: Extract<Order, { readonly task: 'check' }>): Checked {
  const bytes = checkBundleFile(source, BUNDLE_HASHES);
  const { manifest, bundleHash, reader } = bytes;
  if (manifest === null || reader === null) {
    return {
      ...{ manifest: null, bundleHash, findings: bytes.findings, notChecked: [], signer: null, onRecord: [] },
      ...{ leaves: 0, heads: { inside: 0, outside: 0 }, recomputed: { lists: 0, people: 0, deadlines: 0 } },
    };
  }
  const keys = logKeys(reader, manifest, order.keys);
  const heads = checkHeads(reader, manifest, keys, order.heads, order.roots);
  const again = recomputeBundle(reader, manifest);
  const { lists, people, deadlines } = again;
  return {
    manifest,
    bundleHash,
    findings: [
      ...bytes.findings,
      ...keys.findings,
      ...heads.findings,
      ...historyRefs(reader, manifest),
      ...again.findings,
    ],
    notChecked: [
      ...stillOpen(bytes.notChecked, { heads, given: order.heads.length + order.roots.length > 0 }),
      ...again.notChecked,
      ...(manifest.builds.length > 0
        ? [
            notChecked(
              'BUILDS',
              manifest.builds.map(({ bundle }) => bundle),
            ),
          ]
        : []),
    ],
    leaves: leavesTold(reader, manifest),
    signer: heads.signer,
    heads: { inside: heads.inside, outside: heads.outside },
    recomputed: { lists, people, deadlines },
    onRecord: hashesOnRecord(reader, manifest),
  };
}

function stillOpen(
  before: readonly NotChecked[],
  { heads, given }: { readonly heads: ReturnType<typeof checkHeads>; readonly given: boolean },
): readonly NotChecked[] {
  return before.flatMap((one) => {
    switch (one.code) {
      case 'SIGNATURES':
        return heads.signer?.proven === true ? [] : heads.signer === null ? [one] : [notChecked('SIGNER')];
      case 'OUTSIDE_HEADS':
        return given && heads.open.length === 0 ? [] : [notChecked('OUTSIDE_HEADS', heads.open)];
      case 'RECOMPUTE':
        return [];
      default:
        return [one]; // REPLAY is struck out by whoever replays
    }
  });
}

function leavesTold(reader: BundleReader, manifest: BundleManifest): number {
  if (manifest.scope.kind === 'whole') return manifest.log.size;
  const entry = manifest.entries.find(({ kind }) => kind === 'inclusion');
  return entry === undefined ? 0 : textOf(reader, entry.name).split('\n').length - 1;
}

/** The log names a history by workflow and run; the manifest must say the same. */
function historyRefs(reader: BundleReader, manifest: BundleManifest): readonly AuditFinding[] {
  const refs = logRefs(reader, manifest);
  const leafOf = new Map(manifest.entries.map(({ name, leaf }) => [name, leaf]));
  return manifest.histories.flatMap(({ entry, workflowId, runId }) => {
    const leaf = leafOf.get(entry);
    const ref = leaf === undefined ? undefined : refs.get(leaf);
    if (leaf === undefined || ref === undefined || ref === `${workflowId}/${runId}`) return [];
    return [verifyFinding('HISTORY_REF', { entry, leaf }, `${workflowId}/${runId} ≠ ${ref}`)];
  });
}

function logRefs(reader: BundleReader, manifest: BundleManifest): ReadonlyMap<number, string> {
  const entry = manifest.entries.find(({ kind }) => kind === 'log' || kind === 'inclusion');
  const refs = new Map<number, string>();
  for (const [at, line] of (entry === undefined ? '' : textOf(reader, entry.name)).split('\n').entries()) {
    try {
      const { kind, ref, leaf = at } = JSON.parse(line) as { kind: string; ref: string; leaf?: number };
      if (kind === 'archived_history') refs.set(leaf, ref);
    } catch {
      // The last line is empty; any other was named by the check of the log.
    }
  }
  return refs;
}

function hashesOnRecord(reader: BundleReader, manifest: BundleManifest): readonly string[] {
  const rows = [
    ...linesOfKind(reader, manifest, 'evidence'),
    ...linesOfKind(reader, manifest, 'result'),
    ...linesOfKind(reader, manifest, 'evaluation'),
  ];
  return rows.flatMap(({ value }) => {
    const { hash } = value as { readonly hash?: unknown };
    return typeof hash === 'string' ? [hash] : [];
  });
}
