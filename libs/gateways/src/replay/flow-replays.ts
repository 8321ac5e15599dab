import type { FlowReplays, KeptRun, ReplayedRun } from '@kaoji/application';
import { buildsOf, type FlowState } from '@kaoji/domain/story';
import { historyBytes } from '../temporal/archive/history-bytes.js';
import { readEvents } from './read-events.js';
import { readKeptHistory, runIdOf } from './read-history.js';
import { replayElsewhere } from './replay-process.js';
import { replaySandbox, type ReplaySandbox } from './replay-sandbox.js';
import type { SteppedReplay } from './stepped-replay.js';

/** So long an auditor waits at most for one story. */
const WITHIN_MS = 60_000;

type ReadRun = {
  readonly run: KeptRun;
  readonly plain: Pick<ReplayedRun, 'runId' | 'events'>;
  readonly bytes: Uint8Array;
  readonly code: string | null;
};

/**
 * Replays in a process of its own, one for each build: the native engine of the SDK and the code of a bundle stay out
 * of a service that answers requests, where they would stand in the way of everybody for as long as a replay takes,
 * and a crash of either would be the service's.
 */
export function createFlowReplays(withinMs = WITHIN_MS): FlowReplays {
  let sandbox: ReplaySandbox | null = null;
  return {
    async replay(runs, codeOf) {
      const read: ReadRun[] = [];
      for (const run of runs) {
        const history = readKeptHistory(run.history);
        const events = readEvents(history);
        const build = buildsOf(events).at(-1) ?? null;
        read.push({
          run,
          plain: { runId: run.runId ?? runIdOf(history), events },
          bytes: run.history.form === 'json' ? historyBytes(history) : run.history.bytes,
          code: build === null ? null : await codeOf(build),
        });
      }
      const reports = new Map<ReadRun, SteppedReplay>();
      for (const code of new Set(read.map((one) => one.code))) {
        if (code === null) continue;
        const ofBuild = read.filter((one) => one.code === code);
        const order = ofBuild.map(({ run, bytes }) => ({ workflowId: run.workflowId, bytes }));
        sandbox ??= replaySandbox();
        const report = await replayElsewhere({ code, runs: order }, sandbox, withinMs).catch(
          crashed(order.length),
        );
        ofBuild.forEach((one, at) => {
          const replayed = report[at];
          if (replayed !== undefined) reports.set(one, replayed);
        });
      }
      return read.map((one) => told(one, reports.get(one) ?? null));
    },
  };
}

/** What a replay that never ended says: nothing is proved, and nothing stands in its way of being read. */
function crashed(count: number): (fault: unknown) => readonly SteppedReplay[] {
  return (fault) => {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return Array.from({ length: count }, () => ({ turns: [], fault: { event: null, reason } }));
  };
}

function told({ run, plain }: ReadRun, report: SteppedReplay | null): ReplayedRun {
  const turns = (report?.turns ?? []).map(({ event, state }) => ({ event, state: stateOf(state) }));
  const base = { workflowId: run.workflowId, ...plain, turns };
  if (report === null) return { ...base, replay: 'not_replayed', fault: null };
  return { ...base, replay: report.fault === null ? 'same' : 'different', fault: report.fault };
}

/** A state is fields with one value each; what is more is told as JSON. */
function stateOf(state: unknown): FlowState | null {
  if (typeof state !== 'object' || state === null) return null;
  return Object.fromEntries(
    Object.entries(state).map(([field, value]: [string, unknown]) => [
      field,
      value === null || ['string', 'number', 'boolean'].includes(typeof value)
        ? (value as FlowState[string])
        : JSON.stringify(value),
    ]),
  );
}
