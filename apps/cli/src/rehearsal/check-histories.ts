import { DEMO_MARK } from '../demo/demo-person.js';
import type { TemporalPlace } from '../replay/read-histories.js';
import { readCycle, withTemporal } from '../replay/read-histories.js';
import { replayHistories } from '../replay/replay-histories.js';
import { holdsText } from './holds-text.js';

/** What the server says the year cost, and whether every history replays under this build. */
export type HistoryCheck = {
  readonly historiesReplayed: number;
  readonly replayFailures: number;
  readonly running: readonly string[]; // appraisals that have not ended
  /** Flows whose history holds a name or a text of a simulated person: there must be none. */
  readonly telling: readonly string[];
  /** Over the ordinary appraisals given: the most any of them cost, as the server counts. */
  readonly stateTransitionsPerAppraisal: number;
  readonly workflowTasksPerAppraisal: number;
};

const APPRAISAL = /\/appraisal\/[^/]+$/;

/** Replays every flow of a cycle, looks for names and texts in it, and counts transitions and workflow tasks of the appraisals named `ordinary`. */
export async function checkHistories(
  place: TemporalPlace,
  cycleKey: string,
  bundle: string,
  ordinary: ReadonlySet<string>,
): Promise<HistoryCheck> {
  return withTemporal(place, async (client) => {
    let replayed = 0;
    let failures = 0;
    let transitions = 0;
    let tasks = 0;
    const running: string[] = [];
    const telling: string[] = [];
    const histories = async function* (): ReturnType<typeof readCycle> {
      for await (const named of readCycle(client, cycleKey)) {
        if (holdsText(named.history, DEMO_MARK)) telling.push(named.workflowId);
        const appraisalId = named.workflowId.split('/').at(-1) ?? '';
        if (APPRAISAL.test(named.workflowId)) {
          const { status, raw } = await client.workflow.getHandle(named.workflowId, named.runId).describe();
          if (status.name === 'RUNNING') running.push(appraisalId);
          if (ordinary.has(appraisalId)) {
            const counted = Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
            transitions = Math.max(transitions, counted);
            tasks = Math.max(tasks, workflowTasks(named.history));
          }
        }
        yield named;
      }
    };
    for await (const outcome of replayHistories(histories(), bundle)) {
      replayed += 1;
      if (outcome.failure !== null) failures += 1;
    }
    return {
      historiesReplayed: replayed,
      replayFailures: failures,
      running,
      telling,
      stateTransitionsPerAppraisal: transitions,
      workflowTasksPerAppraisal: tasks,
    };
  });
}

function workflowTasks(history: {
  readonly events?: readonly { readonly workflowTaskCompletedEventAttributes?: unknown }[] | null;
}): number {
  return (history.events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes != null).length;
}
