import type { Replayer, ReplayFault, ReplayInput } from '@kaoji/application';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { readHistoryBytes } from '../temporal/archive/history-bytes.js';
import { partingWorker } from './parting-worker.js';
import { readEvents } from './read-events.js';
import { replayFault } from './replay-fault.js';

const FRAMES = 3;
/** A flow that could not even begin is never let go; nobody waits for its place longer. */
const PLACE_WITHIN_MS = 5_000;

/** Replays histories under a bundle, one after the other, as a worker of that build would, in this process. */
export function createReplayer(): Replayer {
  return {
    replay: async (bundle, runs) => {
      const code = Buffer.from(bundle).toString('utf8');
      const faults = new Map<string, ReplayFault | null>();
      const pushed: ReplayInput[] = [];
      // One history is in memory at a time; the largest are as large as the server lets them be.
      const histories = function* () {
        for (const run of runs) {
          const history = readHistoryBytes(run.bytes);
          if (!hasTask(history)) {
            faults.set(run.runId, null); // no worker ever took it: there is nothing to ask for again
            continue;
          }
          pushed.push(run);
          yield { workflowId: run.workflowId, history };
        }
      };
      const places = createPlaces();
      const worker = partingWorker(places.tell);
      for await (const { error, runId } of worker.runReplayHistories(
        { workflowBundle: { code } },
        histories(),
      )) {
        const run = pushed.at(-1); // one at a time: the result is of the one pushed last
        if (run === undefined) break;
        const fault =
          error === undefined ? null : placed(error, readHistoryBytes(run.bytes), await places.of(runId));
        faults.set(run.runId, fault);
      }
      return faults;
    },
  };
}

/** The SDK tells of a replay before it lets the flow go, so whoever wants its place waits for that. */
function createPlaces() {
  const told = new Map<string, string>();
  const waiting = new Map<string, (stack: string) => void>();
  return {
    tell: (runId: string, stack: string): void => {
      told.set(runId, stack);
      waiting.get(runId)?.(stack);
    },
    of: async (runId: string): Promise<string> => {
      const timer = AbortSignal.timeout(PLACE_WITHIN_MS);
      return new Promise((resolve) => {
        const known = told.get(runId);
        if (known !== undefined) resolve(known);
        waiting.set(runId, resolve);
        timer.addEventListener('abort', () => resolve(''));
      });
    },
  };
}

function hasTask({ events }: History): boolean {
  return (events ?? []).some((event) => event.workflowTaskCompletedEventAttributes != null);
}

function placed(error: Error, history: History, stack: string): ReplayFault {
  const { event, reason } = replayFault(error);
  const found = readEvents(history).find(({ id }) => id === event);
  // A flow that threw says where by its own stack; one that went on elsewhere is asked.
  return { event, eventType: found?.type ?? null, reason, place: placeIn(`${reason}\n${stack}`) };
}

/** The innermost places in our own source: `workflows/src/wait-until.ts:12:9 < workflows/src/unit/show-notice.ts:40:5`. */
function placeIn(stack: string): string | null {
  const frames = stack
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .flatMap((line) => /((?:apps|libs|workflows)\/[\w./-]+\.ts:\d+:\d+)/.exec(line)?.[1] ?? []);
  return frames.length === 0 ? null : [...new Set(frames)].slice(0, FRAMES).join(' < ');
}
