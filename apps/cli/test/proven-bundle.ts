import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { signTreeHead, verifierKey } from '@kaoji/application';
import { writeContainer } from '@kaoji/application/container';
import {
  canonicalJson,
  createMerkleTree,
  hashText,
  logLeaf,
  type BundleEntry,
  type BundleHistory,
  type BundleManifest,
  type LogEntry,
} from '@kaoji/domain';
import { suiteOf } from '@kaoji/gateways';
import { buildsOf } from '@kaoji/domain/story';
import { historyBytes, readEvents } from '@kaoji/gateways/replay';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { BUNDLE_HASHES } from '../src/audit/container/bundle-hashes.js';

/** A history that was recorded on a real server. */
export function recordedHistory(flow: string, name: string): History {
  const file = new URL(`../../../workflows/src/${flow}/histories/${name}.json`, import.meta.url);
  return historyFromJSON(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')));
}

export type ProvenBundle = { readonly bytes: Uint8Array; readonly key: string; readonly head: string };

/** A whole bundle of these histories and the code that made them, logged and signed as an office's would be. */
export function provenBundle(code: string, histories: readonly History[]): ProvenBundle {
  const suite = suiteOf('intl');
  if (suite === null) throw new Error('no suite');
  const keys = suite.newSigningKeys();
  const key = { name: 'demo-office', ...keys };
  const log: LogEntry[] = [];
  const files = new Map<string, Uint8Array>();
  const entries: BundleEntry[] = [];
  const hash = (bytes: Uint8Array) => hashText(BUNDLE_HASHES, 'sha256', bytes);
  const text = (value: string) => new TextEncoder().encode(value);
  const add = (
    name: string,
    kind: BundleEntry['kind'],
    bytes: Uint8Array,
    leaf?: Omit<LogEntry, 'hash' | 'suite'>,
  ) => {
    files.set(name, bytes);
    const entry = { name, kind, form: 'file' as const, hash: hash(bytes), size: bytes.length };
    entries.push(leaf === undefined ? entry : { ...entry, leaf: log.length });
    if (leaf !== undefined) log.push({ suite: 'intl', ...leaf, hash: hash(bytes) });
  };
  add('builds/1/workflow-bundle.js', 'workflow_bundle', text(code), {
    kind: 'workflow_bundle',
    ref: 'build-1',
  });
  add('builds/1/package-lock.json', 'lock_file', text('{}'));
  add('builds/1/recipe.txt', 'build_recipe', text('npm ci\n'));
  const told = histories.map((history, at): BundleHistory => {
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    const [workflowId, runId] = [
      started?.workflowId || `demo-${at}`,
      started?.originalExecutionRunId || `run-${at}`,
    ];
    const entry = `histories/${at + 1}.pb.gz`;
    const buildId = buildsOf(readEvents(history)).at(-1) ?? 'build-1';
    add(entry, 'history', historyBytes(history), { kind: 'archived_history', ref: `${workflowId}/${runId}` });
    return {
      ...{
        entry,
        workflowId,
        runId,
        firstRunId: runId,
        continuedFrom: null,
        deployment: null,
        buildId,
      },
      workflowType: started?.workflowType?.name ?? '',
      ...{ sdkVersion: '1.24.0', nodeVersion: '20.20.2', serverVersion: '1.29.0', codecKeyIds: [] },
      ...{ closeStatus: 'completed', eventCount: history.events?.length ?? 0 },
    };
  });
  const origin = 'kaoji/demo-cycle';
  const { root } = createMerkleTree(log.map(logLeaf), suite.hash);
  const head = signTreeHead({ origin, size: log.length, root, suite, key });
  add('keys/1.vkey', 'public_key', text(`${verifierKey(suite, key)}\n`));
  add('heads/last.note', 'head', text(head));
  const lines = text(log.map((entry) => `${canonicalJson(entry)}\n`).join(''));
  files.set('log.jsonl', lines);
  entries.push({ name: 'log.jsonl', kind: 'log', form: 'lines', hash: hash(lines), size: lines.length });
  const manifest: BundleManifest = {
    format: 'kaoji-audit/1',
    suite: 'intl',
    cycle: { id: 'demo-cycle', key: '2025/demo', area: 'demo', year: 2025, run: 'live' },
    scope: { kind: 'whole' },
    log: {
      origin,
      size: log.length,
      root: `sha256:${Buffer.from(root).toString('hex')}`,
      head: 'heads/last.note',
    },
    ...{ entries, histories: told, absent: [] },
    builds: [...new Set(told.map(({ buildId }) => buildId))].map((buildId) => ({
      buildId,
      bundle: 'builds/1/workflow-bundle.js',
      lockFile: 'builds/1/package-lock.json',
      recipe: 'builds/1/recipe.txt',
    })),
  };
  files.set('manifest.json', text(canonicalJson(manifest)));
  const bytes = writeContainer([...files].map(([name, content]) => ({ name, read: () => content })));
  return { bytes, key: verifierKey(suite, key), head };
}
