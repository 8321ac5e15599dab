import type { AuditFinding, BundleHistory } from '@kaoji/domain';
import type { ByteSource } from '../../container/byte-source.js';
import { openContainer } from '../../container/open-container.js';
import { readOnce } from '../../container/read-once.js';
import { verifyFinding } from '../verify-words.js';
import { bytesOf } from './entry-text.js';
import type { Answer, Portion, ReplayedEntry } from './order.js';
import { readManifestOf } from './read-manifest-of.js';
import type * as ReplayEngine from './replay-engine.js';

type Engine = typeof ReplayEngine;
type Tell = (answer: Answer) => void;
type Placed = { readonly history: BundleHistory; readonly at: number };

/** Replays histories, portion by portion, under the bundle of the build that made each, as that build's worker would. */
export async function replayInside(
  source: ByteSource,
  portions: AsyncIterable<Portion>,
  tell: Tell,
): Promise<void> {
  const engine = await loadEngine();
  if (typeof engine === 'string') {
    tell({ kind: 'no_replay', reason: engine });
    return;
  }
  const reader = readOnce(openContainer(source));
  const { histories, builds } = readManifestOf(reader);
  tell({ kind: 'ready', of: histories.length });
  for await (const { from, to } of portions) {
    const portion = histories.slice(from, to).map((history, nth): Placed => ({ history, at: from + nth }));
    for (const buildId of new Set(portion.map(({ history }) => history.buildId))) {
      const bundle = builds.find((one) => one.buildId === buildId)?.bundle;
      const code = bundle === undefined ? null : bytesOf(reader, bundle);
      const ofBuild = portion.filter(({ history }) => history.buildId === buildId);
      await replayRuns(engine, code, (entry) => bytesOf(reader, entry), ofBuild, tell);
    }
    tell({ kind: 'portion_done' });
  }
}

/** The native engine of the SDK lies beside the verifier, or it does not. */
async function loadEngine(): Promise<Engine | string> {
  try {
    return await import('./replay-engine.js');
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

async function replayRuns(
  engine: Engine,
  code: Uint8Array | null,
  bytes: (entry: string) => Uint8Array,
  runs: readonly Placed[],
  tell: Tell,
): Promise<void> {
  const ready = runs.flatMap(({ history, at }) => {
    const { entry } = history;
    try {
      return [{ history, at, read: engine.readRun(history, bytes(entry)) }];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const findings = [verifyFinding('HISTORY_UNREADABLE', { entry }, reason)];
      tell({ kind: 'replayed', replayed: { entry, at, findings, open: null, events: 0, names: [] } });
      return [];
    }
  });
  const faults = await engine.replayRuns(code, ready);
  for (const { history, at, read } of ready) {
    const { entry, workflowId } = history;
    const fault = faults.get(entry);
    const findings: AuditFinding[] = read.differs.map((says) =>
      verifyFinding('HISTORY_DIFFERS', { entry }, says),
    );
    const open = fault?.kind === 'open' ? fault.reason : null;
    if (fault?.kind === 'differs') {
      const event = fault.event === null ? '' : `(${fault.event}) `;
      findings.push(verifyFinding('REPLAY_DIFFERS', { entry }, `${workflowId} ${event}${fault.reason}`));
    }
    const replayed: ReplayedEntry = { entry, at, findings, open, events: read.events, names: read.names };
    tell({ kind: 'replayed', replayed });
  }
}
