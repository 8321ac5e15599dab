import type { History } from '@temporalio/common/lib/proto-utils.js';
import { replayFault, type ReplayFault } from './replay-fault.js';
import { steppedWorker, type SteppedTurn } from './stepped-worker.js';

export type NamedHistory = { readonly workflowId: string; readonly history: History };
export type SteppedReplay = {
  readonly turns: readonly SteppedTurn[];
  readonly fault: ReplayFault | null;
};

/**
 * Replays each history against the code of a workflow bundle, one by one, and tells the state after every turn. Loads
 * the native engine of the SDK and runs the bundle in this process: for a process that may stand still meanwhile.
 */
export async function* steppedReplay(
  code: string,
  histories: AsyncIterable<NamedHistory> | Iterable<NamedHistory>,
): AsyncIterable<SteppedReplay> {
  let turns: SteppedTurn[] = [];
  const worker = steppedWorker((turn) => void turns.push(turn));
  for await (const { error } of worker.runReplayHistories({ workflowBundle: { code } }, histories)) {
    // The SDK replays one history at a time: the turns since the last result are this one's.
    yield { turns: lastOfEach(turns), fault: error === undefined ? null : replayFault(error) };
    turns = [];
  }
}

/** A turn may take several activations, as when a local activity ends within it; where it ended counts. */
function lastOfEach(turns: readonly SteppedTurn[]): readonly SteppedTurn[] {
  return [...new Map(turns.map((turn) => [turn.event, turn])).values()];
}
