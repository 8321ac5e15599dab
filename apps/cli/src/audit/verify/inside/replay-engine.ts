import { createRequire } from 'node:module';
import type { BundleHistory } from '@kaoji/domain';
import { buildsOf } from '@kaoji/domain/story';
import { createReplayer, readEvents, readHistoryBytes } from '@kaoji/gateways/replay';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

export type ReadRun = {
  readonly bytes: Uint8Array;
  readonly events: number;
  /** Where the history is not the one the manifest describes. */
  readonly differs: readonly string[];
  readonly names: readonly string[];
};
export type RunFault =
  | { readonly kind: 'differs'; readonly event: number | null; readonly reason: string }
  | { readonly kind: 'open'; readonly reason: string };

const HASH = /^sha256:[0-9a-f]{64}$/;
const NAMED = new Set(['evidenceHash', 'resultHash']);
const NOT_THE_SAME = /nondeterminism|TMPRL1100|DeterminismViolation/i;

// The SDK would log every replay to standard error; what matters is in the answers.
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  shutdownSignals: [],
});

/** Reads a history and holds it against what the manifest says of it. Throws on bytes that are none. */
export function readRun(said: BundleHistory, bytes: Uint8Array): ReadRun {
  const history = readHistoryBytes(bytes);
  const events = readEvents(history);
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const builds = buildsOf(events);
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['events', said.eventCount, events.length],
    ['type', said.workflowType, started?.workflowType?.name],
    ['workflow', said.workflowId, started?.workflowId || said.workflowId],
    ['run', said.runId, started?.originalExecutionRunId || said.runId],
    ['build', said.buildId, builds.at(-1) ?? said.buildId],
  ];
  const differs = pairs
    .filter(([, one, other]) => one !== other)
    .map(([what, one, other]) => `${what}: ${String(one)} ≠ ${String(other)}`);
  const names = new Set<string>();
  for (const { content } of events) namesIn(content, names);
  return { bytes, events: events.length, differs, names: [...names] };
}

function namesIn(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, part] of Object.entries(value)) {
    if (NAMED.has(field) && typeof part === 'string' && HASH.test(part)) names.add(part);
    else namesIn(part, names);
  }
}

/**
 * Replays runs under one build's code. `open`: it failed in a way that says nothing, since the SDK here is not the one
 * the build was made with; what the flow does differently is never put down to that.
 */
export async function replayRuns(
  code: Uint8Array | null,
  runs: readonly { readonly history: BundleHistory; readonly read: ReadRun }[],
): Promise<ReadonlyMap<string, RunFault | null>> {
  const faults = new Map<string, RunFault | null>();
  const allOpen = (reason: string) => {
    for (const { history } of runs) faults.set(history.entry, { kind: 'open', reason });
    return faults;
  };
  if (code === null || code.length === 0) return allOpen('no workflow bundle of this build');
  const sdk = sdkVersion();
  // A run can be in a bundle once: its id tells its answer.
  const order = runs.map(({ history, read }) => ({
    ...{ workflowId: history.workflowId, runId: history.entry },
    bytes: read.bytes,
  }));
  let found: Awaited<ReturnType<ReturnType<typeof createReplayer>['replay']>>;
  try {
    found = await createReplayer().replay(code, order);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    if (runs.every(({ history }) => history.sdkVersion !== sdk)) return allOpen(`SDK ${sdk}: ${reason}`);
    for (const { history } of runs) faults.set(history.entry, { kind: 'differs', event: null, reason });
    return faults;
  }
  for (const { history } of runs) {
    const { entry, sdkVersion: made } = history;
    const fault = found.get(entry) ?? null;
    if (fault === null) faults.set(entry, null);
    else {
      const { event, reason: said, place } = fault;
      const reason = place === null ? said : `${said} (${place})`;
      const same = made === sdk || event !== null || NOT_THE_SAME.test(said);
      faults.set(
        entry,
        same ? { kind: 'differs', event, reason } : { kind: 'open', reason: `SDK ${made}: ${reason}` },
      );
    }
  }
  return faults;
}

function sdkVersion(): string {
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
    version: string;
  };
  return version;
}
